import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';
import { forwardTyped } from './forwardTyped';
import { distribute } from './outputs';
import { updateContacts } from './processContacts';
import { settleKeys } from './processKeys';
import { withoutDuplicates } from './processDuplicates';
import { withMedia } from './processMedia';

/**
 * The first step of every execution that `receive` starts, in queue mode on the worker: what can wait until Meta has its
 * answer. n8n gives the items of the webhook as input (n8n-platform 3).
 */
export async function processItems(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const settings = objectOf(this.getNodeParameter('settings', 0, {}));
	const received = this.getInputData();
	const ratchet = settings.ignoreOutrunStatuses === true;
	const fresh =
		settings.ignoreDuplicates === false ? received : await withoutDuplicates(this, { items: received, ratchet });
	if (settings.updateContacts !== false) await updateContacts(this, fresh);
	await settleKeys(this, fresh);
	const left = await forwardTyped(this, { items: fresh, settings });
	const items = settings.downloadMedia === true ? await withMedia(this, { items: left, settings }) : left;
	return distribute(this, { items, separate: settings.separateOutputs === true });
}
