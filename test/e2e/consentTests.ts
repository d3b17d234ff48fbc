import type { OutputItem } from '../harness/n8n/executions';
import { consentStoreTests } from './consentStoreTests';
import {
	arrived,
	CONFIRMATION,
	control,
	COOL_OFF_DAYS,
	gateOption,
	newCustomer,
	publishCheck,
	publishConsentTrigger,
	publishSend,
	registerTemplates,
	STOP_BUTTON,
	type ConsentWorld,
} from './consentWorld';
import { publishOperation } from './publishedOperation';

const DAY_MS = 86_400_000;
const SENT = 0;
const SUPPRESSED = 2;

const STOPS = [
	{ language: 'en', text: 'Please stop messaging me' },
	{ language: 'es', text: 'No quiero recibir más mensajes' },
	{ language: 'pt', text: 'SAIR' },
	{ language: 'de', text: 'Bitte keine Nachrichten mehr 🙏' },
	{ language: 'hi', text: 'मुझे मैसेज मत भेजो' },
];

const reasonOf = (item: OutputItem | undefined) => (item?.json.gate as { reason?: string } | undefined)?.reason;

/** Stops and starts on the phone, and what may be sent afterwards. */
export function consentTests(world: () => ConsentWorld): void {
	describe('consent', () => {
		let trigger: Awaited<ReturnType<typeof publishConsentTrigger>>;

		beforeAll(async () => {
			await registerTemplates(world());
			trigger = await publishConsentTrigger(world(), ['failed']);
		}, 60_000);

		afterAll(async () => {
			await trigger.remove();
		});

		test('a stop in WhatsApp itself is written down, and so is the refusal where nobody knew of it', async () => {
			const person = await newCustomer(world());
			const { processed } = trigger;
			const stop = async () => await control(world(), { path: `phones/${person}/preference`, body: { value: 'stop' } });
			const native = { state: 'opted_out', category: 'marketing', source: 'WhatsApp setting' };
			expect(await processed([person], stop)).toMatchObject([{ output: 'Changed', consent: native }]);
			const gated = await publishSend(world(), { template: 'consent_offer', options: { gate: gateOption('marketing') } });
			const held = await gated.run([{ to: `+${person}` }]);
			expect([held[SENT], reasonOf(held[SUPPRESSED]?.[0])]).toEqual([[], 'opted_out']);
			// All is forgotten, and a workflow without a gate sends.
			const parameters = { resource: 'optOut', operation: 'erase', contact: '={{ $json.to }}', keepOptOuts: false, options: {} };
			const erase = await publishOperation(world(), { credential: world().credential, parameters });
			await erase.run([{ to: `+${person}` }]);
			const plain = await publishSend(world(), { template: 'consent_offer', options: {} });
			const refused = await processed([person], async () => await plain.run([{ to: `+${person}` }]));
			expect(refused).toMatchObject([{ output: 'Changed', consent: { ...native, reason: expect.stringContaining('131050') as string } }]);
			expect((await gated.run([{ to: `+${person}` }]))[SUPPRESSED]).toHaveLength(1);
			expect(await arrived(world(), person)).toEqual([]);
		}, 180_000);

		test('a typed stop in five languages is confirmed once, and holds', async () => {
			const phones = await Promise.all(STOPS.map(async ({ language }) => await newCustomer(world(), language)));
			const answers = STOPS.map(({ text }, index) => ({ key: phones[index], kind: 'text', text }));
			const write = async () => await control(world(), { path: 'answers', body: { answers } });
			const changed = await trigger.processed(phones, write);
			expect(changed.map(({ output, consent }) => [output, consent.state, consent.language])).toEqual(
				STOPS.map(({ language }) => ['Changed', 'opted_out', language]),
			);
			const again = await trigger.processed(phones, write);
			expect(again.map(({ output }) => output)).toEqual(STOPS.map(() => 'Unchanged'));
			const shown = await Promise.all(phones.map(async (phone) => await arrived(world(), phone)));
			expect(shown.map((messages) => messages.map(({ body }) => body))).toEqual(STOPS.map(() => [CONFIRMATION]));
			const isAllowed = await publishCheck(world(), 'marketing');
			expect(await isAllowed(phones)).toEqual(STOPS.map(() => false));
		}, 180_000);

		test('a stop by button ends with its cool-off', async () => {
			const person = await newCustomer(world());
			const send = await publishSend(world(), { template: 'consent_offer', options: { gate: gateOption('marketing') } });
			const [[sent] = []] = await send.run([{ to: `+${person}` }]);
			const messageId = String(sent?.json.messageId);
			await control(world(), { path: `phones/${person}/messages?atLeast=1&status=delivered` });
			const tap = async () => await world().sandbox.tap(person, { messageId, title: STOP_BUTTON });
			const [tapped] = await trigger.processed([person], tap);
			expect(tapped).toMatchObject({ output: 'Changed', consent: { source: 'Button', state: 'opted_out' } });
			const days = (Date.parse(String(tapped?.consent.until)) - Date.now()) / DAY_MS;
			expect(Math.round(days)).toBe(COOL_OFF_DAYS);
			expect(reasonOf((await send.run([{ to: `+${person}` }]))[SUPPRESSED]?.[0])).toBe('cool_off');
			// What an operator does who lets it end now.
			const parameters = {
				resource: 'optOut',
				operation: 'record',
				contact: '={{ $json.to }}',
				state: 'opted_out',
				category: 'all',
				source: 'Operator',
				options: { until: new Date(Date.now() - 1000).toISOString() },
			};
			const record = await publishOperation(world(), { credential: world().credential, parameters });
			await record.run([{ to: `+${person}` }]);
			expect((await send.run([{ to: `+${person}` }]))[SENT]).toHaveLength(1);
		}, 180_000);

		test('Send Best writes free-form in the window, by template outside, and not to who stopped', async () => {
			const person = await newCustomer(world());
			const parameters = {
				resource: 'message',
				operation: 'sendBest',
				template: { __rl: true, mode: 'name', value: 'consent_update|en_US' },
				to: '={{ $json.to }}',
				category: 'utility',
				text: 'It comes today between 2 and 3.',
				options: {},
			};
			const { run } = await publishOperation(world(), { credential: world().credential, outputs: 2, parameters });
			const input = [{ to: `+${person}` }];
			const writes = async (text: string) =>
				await trigger.processed([person], async () => await world().sandbox.write(person, text));
			const [[first] = []] = await run(input);
			expect(await writes('When does it come?')).toMatchObject([{ output: 'Unchanged' }]);
			const [[second] = []] = await run(input);
			expect(await writes('stop')).toMatchObject([{ output: 'Changed' }]);
			const [sent, optedOut] = await run(input);
			expect([first?.json.sentAs, second?.json.sentAs, sent, optedOut?.length]).toEqual(['template', 'text', [], 1]);
			const shown = await arrived(world(), person);
			expect(shown.map(({ type }) => type)).toEqual(['template', 'text', 'text']);
		}, 180_000);

		test('a cap of one holds across two workflows at the same time', async () => {
			const person = await newCustomer(world());
			const rules = { cap: [{ most: 1, days: 7, counts: 'category', whenReached: 'suppress' }] };
			const options = { gate: gateOption('marketing', { rules }) };
			const publish = async () => await publishSend(world(), { template: 'consent_offer', options });
			const workflows = [await publish(), await publish()];
			const calls = Array.from({ length: 5 }, () => workflows).flat();
			const outcomes = await Promise.all(calls.map(async ({ run }) => await run([{ to: `+${person}` }])));
			expect(outcomes.flatMap((outputs) => outputs[SENT] ?? [])).toHaveLength(1);
			expect(outcomes.flatMap((outputs) => outputs[SUPPRESSED] ?? []).map(reasonOf)).toEqual(
				Array.from({ length: 9 }, () => 'frequency_cap'),
			);
			expect(await arrived(world(), person)).toHaveLength(1);
		}, 180_000);

		test('ten runs at once with one idempotency key send one message', async () => {
			const person = await newCustomer(world());
			const options = { idempotencyKey: `order-${person}/shipped` };
			const { run } = await publishSend(world(), { template: 'consent_update', options });
			const outcomes = await Promise.all(Array.from({ length: 10 }, async () => await run([{ to: `+${person}` }])));
			const items = outcomes.map(([output]) => output?.[0]?.json ?? {});
			const shown = await arrived(world(), person);
			expect(items.map(({ messageId }) => messageId)).toEqual(Array.from({ length: 10 }, () => shown[0]?.id));
			expect(items.filter(({ alreadySent }) => alreadySent === true)).toHaveLength(9);
			expect(shown).toHaveLength(1);
		}, 180_000);
	});
	consentStoreTests(world);
}
