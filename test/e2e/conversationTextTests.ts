import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANA } from '../../scripts/start/scenario/context';
import { nextMessage, shownMessages } from '../../scripts/start/scenario/phone';
import { itemsOf, knownExecutions } from '../harness/n8n/executions';
import { answer, type Conversations, runsUntilText } from './conversationBench';
import { ASK, ask, COD_OUTPUTS, ended, ONE_OUTPUT, parked, RATING } from './conversationWorkflow';
import type { World } from './world';

const PHOTO = {
	operation: 'sendAndWait',
	to: '={{ $json.to }}',
	responseType: 'freeText',
	message: '=Please send a photo of order {{ $json.orderId }}',
	accepts: ['media', 'text'],
};

const PLACE = { operation: 'sendAndWait', to: '={{ $json.to }}', responseType: 'location', message: '=Where shall {{ $json.orderId }} go?' };

/** Answers that are written or sent, and found by the contact record. */
export function conversationTextTests(world: () => World, { cod, publish, resultsOf }: Conversations): void {
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
		const typed = await ask(world(), { journey: cod(), orderId: '#2017' });
		await world().demo.sandbox.write(ANA, 'cancel order');
		expect(await resultsOf({ journey: cod(), id: typed.id, outputs: COD_OUTPUTS })).toMatchObject([
			{ output: 1, json: { orderId: '#2017', answer: { type: 'text', id: 'Cancel order' } } },
		]);
		const stopped = await ask(world(), { journey: cod(), orderId: '#2018' });
		await answer(world(), { kind: 'preference', body: { value: 'stop' } });
		expect(await resultsOf({ journey: cod(), id: stopped.id, outputs: COD_OUTPUTS })).toMatchObject([
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
}
