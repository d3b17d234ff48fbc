import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { parseWebhook } from '../../../core/webhook/parse';
import { WhatsAppBusinessTrigger } from '../../../nodes/WhatsAppBusiness/WhatsAppBusinessTrigger.node';
import { runNode, type DataTableStandIn, type NodeRun, type RunNodeOptions } from '../../harness/engine';
import { ALL_EVENTS, shape } from './receiver';

let made = 0;

/** The items that `webhook()` makes of a file. */
export function itemsOf(...names: string[]): INodeExecutionData[] {
	return names.flatMap((name) => parseWebhook(JSON.parse(shape(name))).map((json) => ({ json })));
}

/** One execution that a webhook started: the trigger's execute() on the engine. */
export async function startExecution(
	start: { names?: string[]; settings?: INodeParameters; events?: string[]; tables?: DataTableStandIn } & Pick<
		RunNodeOptions,
		'credential' | 'executionId' | 'items' | 'mode' | 'workflowId'
	>,
): Promise<NodeRun> {
	const { names = [], settings = {}, events = ALL_EVENTS, tables, ...rest } = start;
	return await runNode({
		node: new WhatsAppBusinessTrigger(),
		// Each test looks at one thing: the contact record only where it is asked for.
		parameters: { events, settings: { updateContacts: false, ...settings } },
		items: itemsOf(...names),
		executionId: String(++made),
		mode: 'webhook',
		// It says where the contact record is kept: in Data Tables.
		credential: {},
		...(tables === undefined ? {} : { subworkflow: tables.subworkflow }),
		...rest,
	});
}

/** Texts or types of the items of each output. */
export function textsOf({ outputs }: NodeRun): unknown[][] {
	return outputs.map((items) => items.map(({ json }) => json.text ?? json.status));
}
