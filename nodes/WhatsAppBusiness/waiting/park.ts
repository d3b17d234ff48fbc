import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/**
 * Puts the execution to wait. When the time is over n8n passes on what stands in the place of the input: one item, on
 * the output of its own (n8n-platform 4). The source is repeated for each output, or items would lose their link to the
 * ones before.
 *
 * @param wait.timedOut the item; nothing is passed on when left out
 */
export async function park(
	n8n: IExecuteFunctions,
	wait: { until: Date; outputs: number; timedOut?: { output: number; json: IDataObject } },
): Promise<void> {
	const run = n8n.getExecuteData();
	const source = run.source?.main?.[0] ?? null;
	const { timedOut } = wait;
	const items: INodeExecutionData[] = timedOut === undefined ? [] : [{ json: timedOut.json, pairedItem: { item: 0 } }];
	run.data.main = Array.from({ length: wait.outputs }, (_, index) => (index === timedOut?.output ? items : []));
	run.source = { main: Array.from({ length: wait.outputs }, () => source) };
	n8n.setMetadata({ forwardAllOutputs: true });
	await n8n.putExecutionToWait(wait.until);
}
