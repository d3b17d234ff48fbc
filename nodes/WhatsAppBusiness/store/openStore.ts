import type { IExecuteFunctions } from 'n8n-workflow';
import { DataTableStore } from './dataTable/dataTableStore';
import type { RecordStore } from './recordStore';

/** The store of the contact record that the credential names. */
export async function openStore(n8n: IExecuteFunctions): Promise<RecordStore> {
	return await Promise.resolve(new DataTableStore(n8n));
}
