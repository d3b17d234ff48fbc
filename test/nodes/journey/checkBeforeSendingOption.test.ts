import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../harness/engine';
import type { Project } from '../optOut/consent';
import { ANA, BEN, fileOf, itemsOf, PDF, SENDER, useSandbox, type Execution } from '../setup';
import { keep, newProject, recordsOf } from './gateProject';

const bench = useSandbox();
const HOUR = 3_600_000;
const capOfOne: INodeParameters = { cap: [{ most: 1, days: 7, counts: 'category', whenReached: 'suppress' }] };

function check(rules: INodeParameters = {}, more: INodeParameters = {}): INodeParameters {
	return { check: { category: 'marketing', consent: 'respectOptOuts', rules, ...more } };
}

/** Sends "Hello" to each of the items' `who`, in a workflow of its own with the gate on. */
async function send(
	project: Project,
	execution: Pick<Execution, 'items' | 'onError' | 'retry'> & { gate?: INodeParameters; parameters?: INodeParameters; options?: INodeParameters },
): Promise<NodeRun> {
	const { gate = check(), parameters, options, ...rest } = execution;
	return await bench.run({
		resource: 'message',
		operation: 'sendText',
		subworkflow: project.subworkflow,
		workflowId: project.workflowId,
		parameters: { to: '={{ $json.who }}', text: 'Hello', options: { gate, retryFor: 0, ...options }, ...parameters },
		...rest,
	});
}

const whos = (...all: string[]) => itemsOf(...all.map((who) => ({ who })));

/** What left by each output: the digits that were sent to, or who it was. */
function ways({ outputs }: NodeRun): unknown[][] {
	return outputs.map((items) => items.map(({ json }) => json.waId ?? json.who ?? json.error));
}

function optedOut(phone: string): Record<string, unknown> {
	return { contactKey: phone, phone, category: 'all', state: 'opted_out', source: 'stop', recordedAt: '2026-01-01T00:00:00.000Z' };
}

function states(project: Project): unknown[] {
	return recordsOf(project, 'sends').map(({ state }) => state);
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
			gate: check(quiet, { priority: '={{ $json.priority }}', options: { timeZone: 'UTC' } }),
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
			parameters: { to: '={{ $json.who }}', template: { __rl: true, mode: 'id', value: 'hello|en' }, options: { gate: check() } },
			items: whos(ANA, BEN),
		});
		expect(run.error?.message).toBeUndefined();
		expect(run.outputs.map((items) => items.length)).toEqual([1, 0, 1]);
		expect(await bench.sent()).toHaveLength(1);
	});

	test('asks the store once about all items', async () => {
		const project = newProject();
		await send(project, { items: whos(ANA), gate: check(capOfOne) });
		const before = project.tables.stepCount;
		const people = Array.from({ length: 40 }, (_, index) => `+1555010${1000 + index}`);
		const run = await send(project, { items: whos(...people), gate: check(capOfOne) });
		expect(run.outputs.map((items) => items.length)).toEqual([40, 0, 0]);
		expect(project.tables.stepCount - before).toBeLessThanOrEqual(6);
	});

	test('counts what was sent, in the same log as the operation', async () => {
		const project = newProject();
		expect(ways(await send(project, { items: whos(ANA, ANA, BEN), gate: check(capOfOne) }))).toEqual([[ANA, BEN], [], [ANA]]);
		expect(states(project)).toEqual(['reserved', 'reserved']);
		const run = await bench.run({
			resource: 'journey',
			operation: 'checkBeforeSending',
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
			parameters: { contact: ANA, rules: capOfOne },
		});
		expect(run.outputs.map((items) => items.length)).toEqual([0, 0, 1]);
	});

	test('a message that Meta refuses counts no longer', async () => {
		const project = newProject();
		await bench.fault({ code: 131_026, httpStatus: 400, times: 1 });
		const failed = await send(project, { items: whos(ANA), gate: check(capOfOne), onError: 'continueErrorOutput' });
		expect(failed.outputs.map((items) => items.length)).toEqual([0, 0, 0, 1]);
		expect(states(project)).toEqual(['released']);
		expect(ways(await send(project, { items: whos(ANA), gate: check(capOfOne) }))).toEqual([[ANA], [], []]);
	});

	test('what was not begun when a run stops counts no longer', async () => {
		const project = newProject();
		const run = await send(project, {
			items: whos(ANA, 'n/a', BEN),
			gate: check(capOfOne),
			options: { concurrency: 1 },
		});
		expect(run.error?.message).toMatch(/^To: /);
		expect(await bench.sent()).toHaveLength(1);
		expect(recordsOf(project, 'sends').map(({ contactKey, state }) => [contactKey, state])).toEqual([
			[ANA, 'reserved'],
			[BEN, 'released'],
		]);
	});

	test('Retry On Fail sends what failed, under the same cap', async () => {
		const project = newProject();
		await bench.fault({ code: 131_026, httpStatus: 400, times: 1 });
		const run = await send(project, { items: whos(ANA, BEN), gate: check(capOfOne), retry: true, options: { concurrency: 1 } });
		expect(run.error?.message).toBeUndefined();
		expect(ways(run)).toEqual([[ANA, BEN], [], []]);
		expect(recordsOf(project, 'sends').filter(({ state }) => state === 'reserved').map(({ contactKey }) => contactKey).sort()).toEqual([ANA, BEN]);
	});

	test('of ten runs at once that may send one message, one does', async () => {
		const project = newProject();
		await Promise.all(
			Array.from({ length: 10 }, async (_, index) => await send({ ...project, workflowId: `${project.workflowId}/${index}` }, { items: whos(ANA), gate: check(capOfOne) })),
		);
		expect(await bench.sent()).toHaveLength(1);
	});

	test('under an idempotency key a second run returns the first message, whatever the cap says', async () => {
		const project = newProject();
		const options = { idempotencyKey: 'order-1/shipped' };
		const first = await send(project, { items: whos(ANA), gate: check(capOfOne), options });
		const second = await send(project, { items: whos(ANA), gate: check(capOfOne), options });
		expect(second.error?.message).toBeUndefined();
		expect(second.outputs[0]?.[0]?.json).toMatchObject({ messageId: first.outputs[0]?.[0]?.json.messageId, alreadySent: true });
		expect(await bench.sent()).toHaveLength(1);
		expect(states(project).filter((state) => state === 'reserved')).toHaveLength(1);
	});

	test('what is held back gives its idempotency key back', async () => {
		const project = newProject();
		const options = { idempotencyKey: 'order-2/shipped' };
		const met = check({ goal: [{ isMet: true }] });
		expect(ways(await send(project, { items: whos(ANA), gate: met, options }))).toEqual([[], [], [ANA]]);
		expect(ways(await send(project, { items: whos(ANA), options }))).toEqual([[ANA], [], []]);
	});

	test('rules that contradict and groups are refused before any call', async () => {
		const project = newProject();
		const run = await send(project, {
			items: whos(ANA, 'group:123'),
			gate: check({ cap: [{ most: 0, days: 7 }] }),
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
		const run = await send(project, { items: whos(ANA, BEN), gate: check({}, { options: { storeFailure: 'sendUtility' } }) });
		expect(ways(run)).toEqual([[], [], [ANA, BEN]]);
		const utility = await send(project, { items: whos(ANA), gate: check({}, { category: 'utility', options: { storeFailure: 'sendUtility' } }) });
		expect(ways(utility)).toEqual([[ANA], [], []]);
	});
});
