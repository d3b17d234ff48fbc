import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../harness/engine';
import type { Project } from '../optOut/consent';
import { itemsOf, type Bench, type Execution } from '../setup';

const HOUR = 3_600_000;

/** The recipient's clock, wherever the test runs. */
export const inUtc = { timeZone: 'UTC' };

/** One marketing message in seven days. */
export const capOfOne: INodeParameters = { rules: { cap: [{ most: 1, days: 7, counts: 'category', whenReached: 'suppress' }] } };

/** ISO time so many milliseconds ago. */
export const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** An item for each person. */
export const whos = (...all: string[]) => itemsOf(...all.map((who) => ({ who })));

/** Quiet from an hour ago until two hours from now, in UTC. */
export function quietNow(): INodeParameters {
	const clock = (ms: number) => new Date(Date.now() + ms).toISOString().slice(11, 16);
	return { rules: { quietHours: [{ from: clock(-HOUR), to: clock(2 * HOUR), days: [1, 2, 3, 4, 5, 6, 7] }] }, options: inUtc };
}

/** Runs Journey > Check Before Sending about the items' `who` in a project; without rules, unless they are given. */
export function checkOf(bench: Bench) {
	return async (
		project: Project,
		execution: Pick<Execution, 'items' | 'onError' | 'retry'> & { parameters?: INodeParameters },
	): Promise<NodeRun> =>
		await bench.run({
			resource: 'journey',
			operation: 'checkBeforeSending',
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
			...execution,
			parameters: { contact: '={{ $json.who }}', rules: {}, ...execution.parameters },
		});
}

/** Who left by which output. */
export function ways({ outputs }: NodeRun): unknown[][] {
	return outputs.map((items) => items.map(({ json }) => json.who));
}

/** What was decided about the items, output after output. */
export function gates({ outputs }: NodeRun): Array<Record<string, unknown>> {
	return outputs.flat().map(({ json }) => json.gate as Record<string, unknown>);
}

/** A marketing message to the phone that was counted a day ago. */
export function sentTo(phone: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
	const sentAt = ago(24 * HOUR);
	return { sendKey: `${phone}|1`, contactKey: phone, phone, category: 'marketing', state: 'reserved', owner: 'x', number: 1, sentAt, ...changes };
}
