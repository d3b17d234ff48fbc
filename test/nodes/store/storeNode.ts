import { NodeConnectionTypes, type IExecuteFunctions, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { DataTableStore } from '../../../nodes/WhatsAppBusiness/store/dataTable/dataTableStore';
import { runNode, type Subworkflow } from '../../harness/engine';

const DESCRIPTION: INodeTypeDescription = {
	displayName: 'Store',
	name: 'store',
	group: ['transform'],
	version: 1,
	description: 'Uses the contact record',
	defaults: { name: 'Store' },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties: [],
};

/** A node that does what the test says. */
function nodeOf(work: (n8n: IExecuteFunctions) => Promise<void>): INodeType {
	return {
		description: DESCRIPTION,
		async execute(this: IExecuteFunctions) {
			await work(this);
			return [[]];
		},
	};
}

/**
 * Runs an execution of its own that uses the Data Tables behind the sub-workflows.
 *
 * @returns what `work` gives
 * @throws Error with the message by which the execution failed
 */
export async function withStore<T>(
	place: { subworkflow: Subworkflow; workflowId: string },
	work: (store: DataTableStore) => Promise<T>,
): Promise<T> {
	let result: { value: T } | undefined;
	const node = nodeOf(async (n8n) => void (result = { value: await work(new DataTableStore(n8n)) }));
	const { error } = await runNode({ node, ...place });
	if (result === undefined) throw new Error(error?.message ?? 'the execution gave nothing');
	return result.value;
}
