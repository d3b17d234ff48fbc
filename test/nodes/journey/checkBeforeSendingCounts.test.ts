import type { Project } from '../optOut/consent';
import { ANA, BEN, useSandbox } from '../setup';
import { whos } from './checkRun';
import { newProject, recordsOf } from './gateProject';
import { capOfOne, gateWith, sendOf, sentWays } from './sendRun';

const bench = useSandbox();
const send = sendOf(bench);

function states(project: Project): unknown[] {
	return recordsOf(project, 'sends').map(({ state }) => state);
}

describe('what a send with Check Before Sending counts', () => {
	test('counts what was sent, in the same log as the operation', async () => {
		const project = newProject();
		expect(sentWays(await send(project, { items: whos(ANA, ANA, BEN), gate: gateWith(capOfOne) }))).toEqual([[ANA, BEN], [], [ANA]]);
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
		const failed = await send(project, { items: whos(ANA), gate: gateWith(capOfOne), onError: 'continueErrorOutput' });
		expect(failed.outputs.map((items) => items.length)).toEqual([0, 0, 0, 1]);
		expect(states(project)).toEqual(['released']);
		expect(sentWays(await send(project, { items: whos(ANA), gate: gateWith(capOfOne) }))).toEqual([[ANA], [], []]);
	});

	test('what was not begun when a run stops counts no longer', async () => {
		const project = newProject();
		const run = await send(project, {
			items: whos(ANA, 'n/a', BEN),
			gate: gateWith(capOfOne),
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
		const run = await send(project, { items: whos(ANA, BEN), gate: gateWith(capOfOne), retry: true, options: { concurrency: 1 } });
		expect(run.error?.message).toBeUndefined();
		expect(sentWays(run)).toEqual([[ANA, BEN], [], []]);
		expect(recordsOf(project, 'sends').filter(({ state }) => state === 'reserved').map(({ contactKey }) => contactKey).sort()).toEqual([ANA, BEN]);
	});

	test('of ten runs at once that may send one message, one does', async () => {
		const project = newProject();
		await Promise.all(
			Array.from({ length: 10 }, async (_, index) => await send({ ...project, workflowId: `${project.workflowId}/${index}` }, { items: whos(ANA), gate: gateWith(capOfOne) })),
		);
		expect(await bench.sent()).toHaveLength(1);
	});

	test('under an idempotency key a second run returns the first message, whatever the cap says', async () => {
		const project = newProject();
		const options = { idempotencyKey: 'order-1/shipped' };
		const first = await send(project, { items: whos(ANA), gate: gateWith(capOfOne), options });
		const second = await send(project, { items: whos(ANA), gate: gateWith(capOfOne), options });
		expect(second.error?.message).toBeUndefined();
		expect(second.outputs[0]?.[0]?.json).toMatchObject({ messageId: first.outputs[0]?.[0]?.json.messageId, alreadySent: true });
		expect(await bench.sent()).toHaveLength(1);
		expect(states(project).filter((state) => state === 'reserved')).toHaveLength(1);
	});

	test('what is held back gives its idempotency key back', async () => {
		const project = newProject();
		const options = { idempotencyKey: 'order-2/shipped' };
		const met = gateWith({ goal: [{ isMet: true }] });
		expect(sentWays(await send(project, { items: whos(ANA), gate: met, options }))).toEqual([[], [], [ANA]]);
		expect(sentWays(await send(project, { items: whos(ANA), options }))).toEqual([[ANA], [], []]);
	});
});
