import { ANA, BEN, fileOf, PDF, SENDER, useSandbox } from '../setup';
import { whos } from './checkRun';
import { keep, newProject } from './gateProject';
import { capOfOne, gateWith, sendOf, sentWays } from './sendRun';

const bench = useSandbox();
const send = sendOf(bench);
const HOUR = 3_600_000;

function optedOut(phone: string): Record<string, unknown> {
	return { contactKey: phone, phone, category: 'all', state: 'opted_out', source: 'stop', recordedAt: '2026-01-01T00:00:00.000Z' };
}

describe('a send with Check Before Sending', () => {
	test('without it has one output and asks no store', async () => {
		const project = newProject();
		const run = await bench.run({
			resource: 'message',
			operation: 'sendText',
			subworkflow: project.subworkflow,
			parameters: { to: ANA, text: 'Hello' },
		});
		expect(run.outputs).toHaveLength(1);
		expect(project.tables.stepCount).toBe(0);
	});

	test('sends what may go, and lets the rest out by its own outputs as it came in', async () => {
		const project = newProject();
		keep(project, { collection: 'consent', rows: [optedOut(BEN)] });
		const clock = (ms: number) => new Date(Date.now() + ms).toISOString().slice(11, 16);
		const quiet = { quietHours: [{ from: clock(-HOUR), to: clock(2 * HOUR), days: [1, 2, 3, 4, 5, 6, 7] }] };
		const file = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'i.pdf' });
		const { outputs, error } = await send(project, {
			gate: gateWith(quiet, { priority: '={{ $json.priority }}', options: { timeZone: 'UTC' } }),
			items: [
				{ json: { who: ANA, priority: 'high' }, binary: { data: file } },
				{ json: { who: BEN, priority: 'high' }, binary: { data: file } },
				{ json: { who: ANA, priority: 'normal', order: 7 }, binary: { data: file } },
			],
		});
		expect(error).toBeUndefined();
		expect(outputs).toMatchObject([
			[{ json: { messageId: expect.stringMatching(/^wamid/), to: `+${ANA}`, phoneNumberId: SENDER, gate: { decision: 'send', contactKey: ANA, sendKey: expect.any(String) } }, pairedItem: { item: 0 } }],
			[
				{
					json: { who: ANA, order: 7, gate: { decision: 'wait', reason: 'quiet_hours', sendAt: expect.any(String) } },
					binary: { data: { fileName: 'i.pdf' } },
					pairedItem: { item: 2 },
				},
			],
			[{ json: { who: BEN, gate: { decision: 'suppress', reason: 'opted_out' } }, binary: { data: { fileName: 'i.pdf' } }, pairedItem: { item: 1 } }],
		]);
		expect(outputs.flat().filter(({ json }) => json.messageId !== undefined)).toHaveLength(1);
		expect(await bench.sent()).toHaveLength(1);
	});

	test('works for templates too', async () => {
		await bench.template({ name: 'hello', language: 'en', category: 'MARKETING', components: [{ type: 'BODY', text: 'Hello' }] });
		const project = newProject();
		keep(project, { collection: 'consent', rows: [optedOut(BEN)] });
		const run = await bench.run({
			resource: 'message',
			operation: 'sendTemplate',
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
			parameters: { to: '={{ $json.who }}', template: { __rl: true, mode: 'id', value: 'hello|en' }, options: { gate: gateWith() } },
			items: whos(ANA, BEN),
		});
		expect(run.error?.message).toBeUndefined();
		expect(run.outputs.map((items) => items.length)).toEqual([1, 0, 1]);
		expect(await bench.sent()).toHaveLength(1);
	});

	test('asks the store once about all items', async () => {
		const project = newProject();
		await send(project, { items: whos(ANA), gate: gateWith(capOfOne) });
		const before = project.tables.stepCount;
		const people = Array.from({ length: 40 }, (_, index) => `+1555010${1000 + index}`);
		const run = await send(project, { items: whos(...people), gate: gateWith(capOfOne) });
		expect(run.outputs.map((items) => items.length)).toEqual([40, 0, 0]);
		expect(project.tables.stepCount - before).toBe(3);
	});

	test('rules that contradict and groups are refused before any call', async () => {
		const project = newProject();
		const run = await send(project, {
			items: whos(ANA, 'group:123'),
			gate: gateWith({ cap: [{ most: 0, days: 7 }] }),
			onError: 'continueRegularOutput',
		});
		expect(run.outputs[0]?.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^Frequency Cap, Messages: /),
			expect.stringMatching(/^Frequency Cap, Messages: /),
		]);
		expect(project.tables.stepCount).toBe(0);
		const toGroup = await send(project, { items: whos('group:123'), onError: 'continueRegularOutput' });
		expect(toGroup.outputs[0]?.[0]?.json.error).toMatch(/^To: must be a person: a group cannot be checked/);
		expect(await bench.writes()).toEqual([]);
	});

	test('a store that fails lets no marketing out', async () => {
		const project = newProject();
		project.tables.break();
		const run = await send(project, { items: whos(ANA, BEN), gate: gateWith({}, { options: { storeFailure: 'sendUtility' } }) });
		expect(sentWays(run)).toEqual([[], [], [ANA, BEN]]);
		const utility = await send(project, { items: whos(ANA), gate: gateWith({}, { category: 'utility', options: { storeFailure: 'sendUtility' } }) });
		expect(sentWays(utility)).toEqual([[ANA], [], []]);
	});
});
