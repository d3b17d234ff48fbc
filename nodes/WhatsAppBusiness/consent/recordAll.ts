import type { IExecuteFunctions } from 'n8n-workflow';
import type { ConsentRecord } from '../../../core/consent/record';
import { ConsentLog, type ConsentChange } from '../store/consentLog';
import { openStore } from '../store/openStore';

/** Writes decisions into the contact record, in the name of the workflow. */
export async function recordAll(n8n: IExecuteFunctions, decisions: readonly ConsentRecord[]): Promise<ConsentChange[]> {
	const { name, id } = n8n.getWorkflow();
	return await new ConsentLog(await openStore(n8n)).record(decisions, {
		recordedBy: name ?? id ?? '',
		newKey: () => crypto.randomUUID(),
	});
}
