import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { copyStore } from '../../store/copyStore';
import { DataTableStore } from '../../store/dataTable/dataTableStore';
import { openStore } from '../../store/openStore';
import type { RecordStore } from '../../store/recordStore';
import { WorkflowStore } from '../../store/workflow/workflowStore';
import { readObject, readString } from '../../shared/parameters';
import type { ItemOperation } from '../../shared/operation';

async function chosenStore(n8n: IExecuteFunctions, where: { name: 'from' | 'to'; itemIndex: number }): Promise<RecordStore> {
	const chosen = readString(n8n, where);
	if (chosen === 'dataTable') return new DataTableStore(n8n);
	if (chosen === 'credential') return await openStore(n8n);
	const workflow = readObject(n8n, { name: `${where.name}Workflow`, itemIndex: where.itemIndex });
	return new WorkflowStore(n8n, String(workflow.value ?? ''));
}

function storeFields(name: 'from' | 'to', displayName: string, fallback: string): ItemOperation['properties'] {
	return [
		{
			displayName,
			name,
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'A Store Workflow', value: 'workflow' },
				{ name: 'N8n Data Tables', value: 'dataTable' },
				{ name: 'The One in the Credential', value: 'credential' },
			],
			default: fallback,
		},
		{
			displayName: `${displayName} Workflow`,
			name: `${name}Workflow`,
			type: 'workflowSelector',
			default: '',
			displayOptions: { show: { [name]: ['workflow'] } },
		},
	];
}

export const copyRecords: ItemOperation = {
	value: 'copyRecords',
	name: 'Copy Records',
	action: 'Copy the contact record to another store',
	description:
		'Copy consent, contacts, sends, idempotency keys and open questions from one store to another, such as from Data Tables to Postgres. Can be repeated: records of the same key are written over, and nothing is removed.',
	properties: [...storeFields('from', 'From', 'dataTable'), ...storeFields('to', 'To', 'workflow')],
	async execute({ n8n, itemIndex }) {
		const [from, to] = [
			await chosenStore(n8n, { name: 'from', itemIndex }),
			await chosenStore(n8n, { name: 'to', itemIndex }),
		];
		const [source, target] = [await from.test(), await to.test()];
		if (source.name === target.name && from.constructor === to.constructor && !(from instanceof WorkflowStore)) {
			throw new NodeOperationError(n8n.getNode(), 'From and To are the same store', { itemIndex });
		}
		const copied = await copyStore({ from, to });
		const broken = copied.find(({ missing }) => missing.length > 0);
		if (broken !== undefined) {
			throw new NodeOperationError(n8n.getNode(), `${broken.missing.length} records of "${broken.collection}" did not arrive`, {
				itemIndex,
				description: `The first is "${broken.missing[0] ?? ''}". Nothing was removed from the old store: run it again.`,
			});
		}
		const collections = copied.map(({ collection, records }) => ({ collection, records }));
		return { json: { from: source.name, to: target.name, collections } };
	},
};
