import type { INodeParameters } from 'n8n-workflow';
import { NATIVE_SOURCE } from '../../../core/consent/record';
import { ANA, BEN, itemsOf, SENDER, useSandbox } from '../setup';
import { CONSENT, newProject, optOutOf, type Project } from './consent';

const bench = useSandbox();
const optOut = optOutOf(bench);

function wrote(text: string, phone = ANA): object {
	return { kind: 'message', type: 'text', text, phone: `+${phone}`, contactKey: phone, messageId: `wamid.${text}`, phoneNumberId: SENDER, timestamp: '2026-05-01T10:00:00.000Z' };
}

async function run(project: Project, items: object[], parameters: INodeParameters = {}) {
	return await optOut(project, { operation: 'processIncoming', parameters, items: itemsOf(...(items as never[])) });
}

describe('Opt-Out: Process Incoming Message', () => {
	test('writes a typed stop down once, with its history, and passes everything on', async () => {
		const project = newProject();
		const { outputs } = await run(project, [wrote('Please stop messaging me'), wrote('Where is my order?', BEN)]);
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.text, json.consent, pairedItem])).toEqual([
			['Please stop messaging me', expect.objectContaining({ changed: true, state: 'opted_out', category: 'all', source: 'Message', language: 'en' }), { item: 0 }],
		]);
		expect(outputs[1]?.map(({ json }) => json.consent)).toEqual([expect.objectContaining({ changed: false })]);
		expect(project.tables.rows(CONSENT)).toMatchObject([
			{ contactKey: ANA, phone: ANA, state: 'opted_out', messageId: 'wamid.Please stop messaging me', recordedAt: '2026-05-01T10:00:00.000Z' },
		]);
		const again = await run(project, [wrote('Please stop messaging me')]);
		expect(again.outputs[1]?.[0]?.json.consent).toMatchObject({ changed: false, reason: expect.stringMatching(/^Already opted out/) });
		expect(project.tables.rows('whatsapp_consent_history')).toMatchObject([{ state: 'opted_out', previousState: '' }]);
	});

	test('a cool-off ends, and the setting in WhatsApp lasts for good', async () => {
		const project = newProject();
		const preference = { kind: 'preference', type: 'stop', phone: `+${BEN}`, contactKey: BEN, timestamp: '2026-05-01T10:00:00.000Z' };
		await run(project, [wrote('stop'), preference], { lasts: 'days', days: 30 });
		const [ana, ben] = project.tables.rows(CONSENT) ?? [];
		const days = (Date.parse(String(ana?.until)) - Date.now()) / 86_400_000;
		expect(Math.round(days)).toBe(30);
		expect(ben).toMatchObject({ contactKey: BEN, category: 'marketing', source: NATIVE_SOURCE, until: null });
	});

	test('words do not lift what the contact set in WhatsApp', async () => {
		const project = newProject();
		await run(project, [{ kind: 'preference', type: 'stop', phone: `+${ANA}`, contactKey: ANA, timestamp: '2026-05-01T10:00:00.000Z' }]);
		const { outputs } = await run(project, [wrote('START')], { category: 'marketing' });
		expect(outputs[1]?.[0]?.json.consent).toMatchObject({ changed: false, reason: expect.stringContaining('only they can resume') });
		expect(project.tables.rows(CONSENT)).toMatchObject([{ state: 'opted_out', source: NATIVE_SOURCE }]);
	});

	test('answers once, from the number that was written to, in the words chosen', async () => {
		await bench.control(`/phones/${ANA}/text`, { text: 'stop' });
		const project = newProject();
		const parameters = { confirm: true, stopText: 'Done, no more messages.', startText: 'Welcome back.' };
		const first = await run(project, [wrote('stop'), wrote('stop')], parameters);
		expect(first.outputs.map((items) => items.length)).toEqual([1, 1]);
		await run(project, [wrote('stop')], parameters);
		await run(project, [wrote('start')], parameters);
		expect((await bench.phone(ANA)).filter(({ direction }) => direction === 'outbound').map(({ body }) => body)).toEqual([
			'Done, no more messages.',
			'Welcome back.',
		]);
	});

	test('a confirmation that Meta refuses is told, and the stop stands', async () => {
		const project = newProject();
		await bench.fault({ times: 1, path: '/messages', httpStatus: 400, code: 131047, message: 'Re-engagement message' });
		const { outputs } = await run(project, [wrote('stop')], { confirm: true });
		expect(outputs[0]?.[0]?.json.consent).toMatchObject({ changed: true, confirmationError: expect.any(String) });
		expect(project.tables.rows(CONSENT)).toMatchObject([{ state: 'opted_out' }]);
	});

	test('a broken store is an error of each item, and nothing is confirmed', async () => {
		const project = newProject();
		project.tables.break();
		const { error } = await run(project, [wrote('stop')], { confirm: true });
		expect(error?.message).toMatch(/could not be used/);
		expect(await bench.sent()).toEqual([]);
	});
});
