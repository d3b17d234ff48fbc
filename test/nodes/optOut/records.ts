import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../harness/engine';
import { ANA, fileOf, itemsOf, type Bench } from '../setup';
import { optOutOf, type Project } from './consent';

/** The Data Table of all decisions that were ever made. */
export const HISTORY = 'whatsapp_consent_history';

/** Ways to run operations of Opt-Out on plain items. */
export function recordsOf(bench: Bench) {
	const optOut = optOutOf(bench);
	const run = async (project: Project, operation: string, parameters: INodeParameters = {}, items: object[] = [{}]): Promise<NodeRun> =>
		await optOut(project, { operation, parameters, items: itemsOf(...(items as never[])) });
	return {
		run,
		record: async (project: Project, state: string, more: INodeParameters = {}) =>
			await run(project, 'record', { contact: ANA, state, category: 'all', source: 'Phone call', ...more }),
		/** Imports one file. */
		importFile: async (project: Project, item: object, state = 'opted_out') =>
			await optOut(project, {
				operation: 'import',
				parameters: { from: 'file', binaryField: 'data', state, category: 'all' },
				items: [item] as never,
			}),
	};
}

export function csvFile(text: string): object {
	return { json: {}, binary: { data: fileOf({ bytes: Buffer.from(text), mimeType: 'text/csv', fileName: 'list.csv' }) } };
}
