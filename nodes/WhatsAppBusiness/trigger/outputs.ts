import { NodeConnectionTypes, type ExpressionString, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { outputOf, TRIGGER_OUTPUTS } from '../../../core/webhook/outputs';
import type { WebhookEvent } from '../../../core/webhook/events';

/** The node's outputs: one, or with separate outputs one per family of the chosen events. */
// n8n ends an expression at the first pair of closing braces, so there is none in it.
export const outputsExpression: ExpressionString = `={{ $parameter.settings?.separateOutputs ? ${JSON.stringify(
	TRIGGER_OUTPUTS,
)}.filter((output) => $parameter.events.includes(output.group)).map((output) => ({ type: '${
	NodeConnectionTypes.Main
}', displayName: output.name })) : ['${NodeConnectionTypes.Main}'] }}`;

/** Puts each item on the output of its event; on the only one unless separate outputs were chosen. */
export function distribute(
	n8n: IExecuteFunctions,
	work: { items: INodeExecutionData[]; separate: boolean },
): INodeExecutionData[][] {
	if (!work.separate) return [work.items];
	const chosen: unknown = n8n.getNodeParameter('events', 0, []);
	const outputs = TRIGGER_OUTPUTS.filter(({ group }) => Array.isArray(chosen) && chosen.includes(group));
	return outputs.map(({ name }) => work.items.filter(({ json }) => outputOf(json as WebhookEvent) === name));
}
