import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import { ANA } from '../../scripts/start/scenario/context';
import { nextMessage, shownMessages } from '../../scripts/start/scenario/phone';
import { type Execution, getExecution, isFinished, itemsOf, knownExecutions, listExecutions, nextExecution } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import {
	ASK,
	ask,
	COD,
	COD_OUTPUTS,
	ended,
	type Journey,
	ONE_OUTPUT,
	parked,
	publishJourney,
	RATING,
	results,
} from './conversationWorkflow';
import type { World } from './world';

const SLOT = {
	operation: 'sendAndWait',
	to: '={{ $json.to }}',
	responseType: 'list',
	message: '=When shall order {{ $json.orderId }} come?',
	buttonText: 'Choose a time',
	sections: {
		section: [
			{ title: 'Today', rows: { row: [{ title: '10 to 12' }, { title: '14 to 16', id: 'today-14' }] } },
			{ title: 'Tomorrow', rows: { row: [{ title: 'All day', id: 'tomorrow' }] } },
		],
	},
};
const SLOT_OUTPUTS = 6;

const SHORT = {
	...COD,
	options: { limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 0.02, resumeUnit: 'minutes' } } },
};

const REMINDED = {
	...COD,
	options: {
		limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 1.2, resumeUnit: 'minutes' } },
		reminder: { values: { amount: 0.02, unit: 'minutes', send: 'text', text: 'Have you seen our question?' } },
	},
};

const PHOTO = {
	operation: 'sendAndWait',
	to: '={{ $json.to }}',
	responseType: 'freeText',
	message: '=Please send a photo of order {{ $json.orderId }}',
	accepts: ['media', 'text'],
};

const PLACE = { operation: 'sendAndWait', to: '={{ $json.to }}', responseType: 'location', message: '=Where shall {{ $json.orderId }} go?' };

const STATUS = {
	operation: 'sendAndWaitForStatus',
	to: '={{ $json.to }}',
	messageType: 'text',
	text: '=Order {{ $json.orderId }} arrives today',
	waitFor: 'delivered',
};
const STATUS_OUTPUTS = 4;

/** A number without WhatsApp: Meta takes the message and reports the failure later. */
const NOBODY = '+15550999999';

/** What Ana does on her phone, by the control API: `media`, `location`, `text` with `replyTo`, … */
async function answer({ demo }: World, { kind, body }: { kind: string; body: object }): Promise<void> {
	await axios.post(`${demo.sandbox.baseUrl}/_control/phones/${ANA}/${kind}`, body);
}

/** Ana writes; gives all that n8n ran between `known` and the run that her text started. */
async function runsUntilText({ demo }: World, { known, text }: { known: ReadonlySet<string>; text: string }): Promise<string> {
	await demo.sandbox.write(ANA, text);
	const fits = ({ runs }: Execution) => JSON.stringify(runs).includes(text);
	await nextExecution(demo.client, { known, what: `the run that "${text}" starts`, fits });
	const since = (await listExecutions(demo.client, { limit: 100 })).filter((run) => !known.has(run.id) && isFinished(run));
	return JSON.stringify(await Promise.all(since.map(async ({ id }) => (await getExecution(demo.client, id)).runs)));
}

/** Questions in the chat: asked by a workflow that waits, answered on the phone. */
export function conversationTests(world: () => World): void {
	describe('conversations', () => {
		const journeys: Journey[] = [];
		let cod: Journey;

		async function publish(given: Parameters<typeof publishJourney>[1]): Promise<Journey> {
			const journey = await publishJourney(world(), given);
			journeys.push(journey);
			return journey;
		}

		async function resultsOf(run: { journey: Journey; id: string; outputs: number; timeoutMs?: number }) {
			const execution: Execution = await ended(world(), run);
			expect(execution.error).toBeUndefined();
			return results(execution, run.outputs);
		}

		beforeAll(async () => {
			await world().demo.sandbox.write(ANA, 'Hello');
			cod = await publish({ path: 'e2e-cod', outputs: COD_OUTPUTS, parameters: COD });
		}, 60_000);

		afterAll(async () => {
			for (const journey of journeys) await journey.remove();
		});

		test('a tap leaves by the output of its button, and starts no other run', async () => {
			const { client, sandbox } = world().demo;
			const { id, question } = await ask(world(), { journey: cod, orderId: '#2001' });
			const known = await knownExecutions(client);
			await sandbox.tap(ANA, { messageId: question.id, title: 'Cancel order' });
			expect(await resultsOf({ journey: cod, id, outputs: COD_OUTPUTS })).toMatchObject([
				{
					output: 1,
					json: {
						orderId: '#2001',
						question: { type: 'buttons', messageId: question.id, to: `+${ANA}` },
						answer: { type: 'tap', id: 'Cancel order', title: 'Cancel order', text: 'Cancel order' },
						phone: `+${ANA}`,
					},
				},
			]);
			// The run of a text that came later is there; one of the tap would be, too.
			expect(await runsUntilText(world(), { known, text: 'Thank you' })).not.toContain('"replyId":"wj1.');
		});

		test('a list has an output per row', async () => {
			const slot = await publish({ path: 'e2e-slot', outputs: SLOT_OUTPUTS, parameters: SLOT });
			const { id, question } = await ask(world(), { journey: slot, orderId: '#2002' });
			await world().demo.sandbox.tap(ANA, { messageId: question.id, title: '14 to 16' });
			expect(await resultsOf({ journey: slot, id, outputs: SLOT_OUTPUTS })).toMatchObject([
				{ output: 1, json: { orderId: '#2002', answer: { id: 'today-14', title: '14 to 16' } } },
			]);
		});

		test('of eight taps in one moment, one resumes; a late tap changes nothing', async () => {
			const { client, sandbox } = world().demo;
			const { id, question } = await ask(world(), { journey: cod, orderId: '#2003' });
			const titles = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? 'Confirm' : 'Cancel order'));
			const known = await knownExecutions(client);
			await Promise.all(titles.map(async (title) => await sandbox.tap(ANA, { messageId: question.id, title })));
			const first = await resultsOf({ journey: cod, id, outputs: COD_OUTPUTS });
			expect(first).toHaveLength(1);
			await sandbox.tap(ANA, { messageId: question.id, title: 'Confirm' });
			expect(await runsUntilText(world(), { known, text: 'Are you there?' })).not.toContain('"replyId":"wj1.');
			expect(await resultsOf({ journey: cod, id, outputs: COD_OUTPUTS })).toEqual(first);
		});

		test('a question that is not answered leaves by Timed Out', async () => {
			const short = await publish({ path: 'e2e-short', outputs: COD_OUTPUTS, parameters: SHORT });
			const id = await short.start({ to: `+${ANA}`, orderId: '#2004' });
			// n8n looks for waits that are over once a minute.
			const left = await resultsOf({ journey: short, id, outputs: COD_OUTPUTS, timeoutMs: 110_000 });
			expect(left).toMatchObject([{ output: 2, json: { orderId: '#2004', timedOut: true, question: { type: 'buttons' } } }]);
		}, 120_000);

		test('a reminder comes once; the question goes on waiting, for the tap or the end', async () => {
			const { sandbox } = world().demo;
			const reminded = await publish({ path: 'e2e-reminded', outputs: COD_OUTPUTS, parameters: REMINDED });
			const shown = await shownMessages(world().demo, ANA);
			const tapped = await ask(world(), { journey: reminded, orderId: '#2021' });
			const ignored = await ask(world(), { journey: reminded, orderId: '#2022' });
			const quick = await ask(world(), { journey: reminded, orderId: '#2023' });
			await sandbox.tap(ANA, { messageId: quick.question.id, title: 'Confirm' });
			const before = await resultsOf({ journey: reminded, id: quick.id, outputs: COD_OUTPUTS });
			expect(before).toMatchObject([{ output: 0, json: { orderId: '#2023', answer: { id: 'confirm' } } }]);
			const reminders = await until({ what: 'two reminders', timeoutMs: 110_000 }, async () => {
				const texts = (await sandbox.messages(ANA)).filter(({ id, body }) => !shown.has(id) && body === 'Have you seen our question?');
				return texts.length >= 2 ? texts : undefined;
			});
			await parked(world(), { journey: reminded, id: tapped.id });
			await sandbox.tap(ANA, { messageId: tapped.question.id, title: 'Confirm' });
			expect(await resultsOf({ journey: reminded, id: tapped.id, outputs: COD_OUTPUTS })).toMatchObject([
				{ output: 0, json: { orderId: '#2021', question: { messageId: tapped.question.id }, answer: { id: 'confirm' } } },
			]);
			const late = await resultsOf({ journey: reminded, id: ignored.id, outputs: COD_OUTPUTS, timeoutMs: 150_000 });
			expect(late).toMatchObject([{ output: 2, json: { orderId: '#2022', timedOut: true } }]);
			expect(reminders).toHaveLength(2);
		}, 300_000);

		test('a question to nobody leaves by Undeliverable', async () => {
			const id = await cod.start({ to: NOBODY, orderId: '#2005' });
			expect(await resultsOf({ journey: cod, id, outputs: COD_OUTPUTS })).toMatchObject([
				{ output: 3, json: { orderId: '#2005', undelivered: true, failure: { class: 'otherChannel', code: 131026 } } },
			]);
		});

		test('waiting for a status: delivered, and failed', async () => {
			const journey = await publish({ path: 'e2e-status', outputs: STATUS_OUTPUTS, parameters: STATUS });
			const delivered = await journey.start({ to: `+${ANA}`, orderId: '#2006' });
			expect(await resultsOf({ journey, id: delivered, outputs: STATUS_OUTPUTS })).toMatchObject([
				{ output: 0, json: { orderId: '#2006', status: 'delivered', to: `+${ANA}` } },
			]);
			const failed = await journey.start({ to: NOBODY, orderId: '#2007' });
			expect(await resultsOf({ journey, id: failed, outputs: STATUS_OUTPUTS })).toMatchObject([
				{ output: 2, json: { orderId: '#2007', status: 'failed', failure: { class: 'otherChannel', code: 131026 } } },
			]);
		});

		test('a typed "four" answers a rating, after one polite question more', async () => {
			const { client, sandbox } = world().demo;
			const rating = await publish({ path: 'e2e-rating', outputs: ONE_OUTPUT, parameters: RATING });
			const { id } = await ask(world(), { journey: rating, orderId: '#2011' });
			const shown = await shownMessages(world().demo, ANA);
			await sandbox.write(ANA, 'what do you mean');
			const fits = ({ body }: { body?: string }) => body === 'Sorry, how many from 1 to 5?';
			await nextMessage(world().demo, { phoneKey: ANA, shown, what: 'the question once more', fits });
			await parked(world(), { journey: rating, id });
			const known = await knownExecutions(client);
			await runsUntilText(world(), { known, text: 'hello?' });
			await parked(world(), { journey: rating, id });
			await sandbox.write(ANA, 'four');
			expect(await resultsOf({ journey: rating, id, outputs: ONE_OUTPUT })).toMatchObject([
				{ output: 0, json: { orderId: '#2011', answer: { type: 'text', text: 'four', value: 4 } } },
			]);
		});

		test('free text in two journeys at once: a quoting reply finds its question, any other the newest', async () => {
			const free = { ...RATING, message: '=Why do you return {{ $json.orderId }}?', textRule: 'any' };
			const first = await publish({ path: 'e2e-free-1', outputs: ONE_OUTPUT, parameters: free });
			const second = await publish({ path: 'e2e-free-2', outputs: ONE_OUTPUT, parameters: free });
			const older = await ask(world(), { journey: first, orderId: '#2012' });
			const oldest = await ask(world(), { journey: first, orderId: '#2013' });
			const newest = await ask(world(), { journey: second, orderId: '#2014' });
			await answer(world(), { kind: 'text', body: { text: 'It is too small', replyTo: older.question.id } });
			expect(await resultsOf({ journey: first, id: older.id, outputs: ONE_OUTPUT })).toMatchObject([
				{ output: 0, json: { orderId: '#2012', answer: { value: 'It is too small' } } },
			]);
			await answer(world(), { kind: 'text', body: { text: 'It is broken' } });
			expect(await resultsOf({ journey: second, id: newest.id, outputs: ONE_OUTPUT })).toMatchObject([
				{ output: 0, json: { orderId: '#2014', answer: { value: 'It is broken' } } },
			]);
			await answer(world(), { kind: 'text', body: { text: 'x'.repeat(65_000) } });
			const [long] = await resultsOf({ journey: first, id: oldest.id, outputs: ONE_OUTPUT });
			expect(String((long?.json.answer as { value: unknown }).value)).toHaveLength(65_000);
		});

		test('a photo comes with its file, a place with its coordinates', async () => {
			const photo = await publish({ path: 'e2e-photo', outputs: ONE_OUTPUT, parameters: PHOTO });
			const asked = await ask(world(), { journey: photo, orderId: '#2015' });
			const base64 = readFileSync(join(__dirname, '..', 'fixtures', 'e2e', 'mug.png')).toString('base64');
			await answer(world(), { kind: 'media', body: { kind: 'image', mimeType: 'image/png', base64, caption: 'Broken' } });
			const execution = await ended(world(), { journey: photo, id: asked.id });
			const [sent] = itemsOf(execution, { node: ASK });
			expect(sent?.json).toMatchObject({ answer: { type: 'media', text: 'Broken', value: { mimeType: 'image/png' } } });
			expect(sent?.binary?.data).toMatchObject({ mimeType: 'image/png' });
			const { id: binaryId } = sent?.binary?.data as { id: string };
			const file = await world().demo.client.file<unknown>(`/rest/binary-data?id=${encodeURIComponent(binaryId)}&action=download`);
			expect(file).toBeTruthy();

			const place = await publish({ path: 'e2e-place', outputs: ONE_OUTPUT, parameters: PLACE });
			const { id, question } = await ask(world(), { journey: place, orderId: '#2016' });
			await answer(world(), { kind: 'location', body: { latitude: 52.5, longitude: 13.4, messageId: question.id } });
			expect(await resultsOf({ journey: place, id, outputs: ONE_OUTPUT })).toMatchObject([
				{ output: 0, json: { orderId: '#2016', answer: { type: 'location', value: { latitude: 52.5, longitude: 13.4 } } } },
			]);
		});

		test('words of a button, typed, choose it; an opt-out leaves by Opted Out', async () => {
			const typed = await ask(world(), { journey: cod, orderId: '#2017' });
			await world().demo.sandbox.write(ANA, 'cancel order');
			expect(await resultsOf({ journey: cod, id: typed.id, outputs: COD_OUTPUTS })).toMatchObject([
				{ output: 1, json: { orderId: '#2017', answer: { type: 'text', id: 'Cancel order' } } },
			]);
			const stopped = await ask(world(), { journey: cod, orderId: '#2018' });
			await answer(world(), { kind: 'preference', body: { value: 'stop' } });
			expect(await resultsOf({ journey: cod, id: stopped.id, outputs: COD_OUTPUTS })).toMatchObject([
				{ output: 4, json: { orderId: '#2018', optedOut: true } },
			]);
			await answer(world(), { kind: 'preference', body: { value: 'resume' } });
			const free = await publish({ path: 'e2e-stop', outputs: ONE_OUTPUT, parameters: { ...RATING, textRule: 'any' } });
			const asked = await ask(world(), { journey: free, orderId: '#2019' });
			await world().demo.sandbox.write(ANA, 'STOP');
			expect(await resultsOf({ journey: free, id: asked.id, outputs: ONE_OUTPUT })).toMatchObject([
				{ output: 3, json: { orderId: '#2019', optedOut: true, text: 'STOP' } },
			]);
			await world().demo.sandbox.write(ANA, 'START');
		});

		test('several items are refused, and nothing is sent', async () => {
			const id = await cod.start([{ to: `+${ANA}`, orderId: '#2008' }, { to: `+${ANA}`, orderId: '#2009' }]);
			const execution = await ended(world(), { journey: cod, id });
			expect(execution.error?.message).toMatch(/sub-workflow/);
			const bodies = (await world().demo.sandbox.messages(ANA)).map(({ body = '' }) => body);
			expect(bodies.filter((body) => /#200[89]/.test(body))).toEqual([]);
		});

		test('forged and foreign references resume nothing', async () => {
			const { n8n, sandbox } = world().demo;
			const { id, question } = await ask(world(), { journey: cod, orderId: '#2010' });
			const replyId = question.buttons?.[0]?.id ?? '';
			const forged = `${replyId.slice(0, -4)}AAAA`;
			const before = n8n.logs().length;
			await sandbox.deliver({ body: tapBody(forged, '1') });
			await until({ what: 'a line in the log' }, () => /did not sign/.test(n8n.logs().slice(before)) || undefined);
			await sandbox.deliver({ body: tapBody(replyId, '2', '15550123457') });
			await parked(world(), { journey: cod, id });
			await sandbox.tap(ANA, { messageId: question.id, title: 'Confirm' });
			expect(await resultsOf({ journey: cod, id, outputs: COD_OUTPUTS })).toMatchObject([{ output: 0 }]);
		});
	});
}

/** A tap as Meta posts it. */
function tapBody(replyId: string, messageId: string, from = ANA): object {
	const message = {
		from,
		id: `wamid.tap${messageId}`,
		timestamp: '1790000000',
		type: 'interactive',
		interactive: { type: 'button_reply', button_reply: { id: replyId, title: 'Confirm' } },
	};
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100200', phone_number_id: '700111222333444' },
		messages: [message],
	};
	return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
}
