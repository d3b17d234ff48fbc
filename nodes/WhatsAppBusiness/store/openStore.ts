import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { DataTableStore } from './dataTable/dataTableStore';
import type { RecordStore } from './recordStore';
import { WorkflowStore } from './workflow/workflowStore';

/** The type of the credential; also named in transport, which the store does not know. */
const CREDENTIAL_TYPE = 'whatsAppBusinessPlatformApi';

/**
 * The store of the contact record that the credential names: one place for all nodes, so that what one writes the others
 * find.
 */
export async function openStore(n8n: IExecuteFunctions): Promise<RecordStore> {
	const { contactStore, storeWorkflowId } = await n8n.getCredentials<IDataObject>(CREDENTIAL_TYPE);
	if (contactStore !== 'workflow') return new DataTableStore(n8n);
	return new WorkflowStore(n8n, String(storeWorkflowId ?? '').trim());
}
