import { NodeOperationError } from 'n8n-workflow';
import { readObject, readString } from '../../shared/parameters';
import type { ItemOperation } from '../../shared/operation';
import { openStore } from '../../store/openStore';
import { probeStore } from '../../store/probe';
import { WorkflowStore } from '../../store/workflow/workflowStore';

export const testStore: ItemOperation = {
	value: 'testStore',
	name: 'Test Store',
	action: 'Test the store of the contact record',
	description: 'Check that the store of the contact record does all it must, on records of nobody that are removed again',
	properties: [
		{
			displayName: 'Store',
			name: 'store',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'The One in the Credential', value: 'credential' },
				{ name: 'A Store Workflow', value: 'workflow' },
			],
			default: 'credential',
		},
		{
			displayName: 'Store Workflow',
			name: 'storeWorkflow',
			type: 'workflowSelector',
			default: '',
			displayOptions: { show: { store: ['workflow'] } },
			description: 'To be tried before its ID is written into the credential',
		},
	],
	async execute({ n8n, itemIndex }) {
		const isChosen = readString(n8n, { name: 'store', itemIndex }) === 'workflow';
		const workflowId = isChosen ? String(readObject(n8n, { name: 'storeWorkflow', itemIndex }).value ?? '') : '';
		const store = isChosen ? new WorkflowStore(n8n, workflowId) : await openStore(n8n);
		const { name } = await store.test();
		const checks = await probeStore(store, { id: crypto.randomUUID(), now: Date.now() });
		const failed = checks.filter(({ ok }) => !ok);
		if (failed.length > 0) {
			throw new NodeOperationError(n8n.getNode(), `The store "${name}" does not do all it must`, {
				itemIndex,
				description: failed.map(({ check, found }) => `${check}: found ${found ?? 'nothing'}`).join('. '),
			});
		}
		return { json: { ok: true, store: name, ...(isChosen ? { workflowId } : {}), checks: checks.map(({ check }) => check) } };
	},
};
