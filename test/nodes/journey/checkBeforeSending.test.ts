import type { INodeParameters } from 'n8n-workflow';
import { ANA, BEN, fileOf, itemsOf, PDF, useSandbox, type Execution } from '../setup';
import { newProject, type Project } from '../optOut/consent';
import type { NodeRun } from '../../harness/engine';

const bench = useSandbox();
const perItem = { contact: '={{ $json.who }}', consent: 'respectOptOuts', rules: {} };
const SENDS = 'whatsapp_sends';

async function check(
	project: Project,
	execution: Pick<Execution, 'items' | 'onError' | 'retry'> & { parameters?: INodeParameters },
): Promise<NodeRun> {
	return await bench.run({
		resource: 'journey',
		operation: 'checkBeforeSending',
		subworkflow: project.subworkflow,
		workflowId: project.workflowId,
		...execution,
		parameters: { ...perItem, ...execution.parameters },
	});
}

function ways({ outputs }: NodeRun): unknown[][] {
	return outputs.map((items) => items.map(({ json }) => json.who));
}

describe('Journey: Check Before Sending', () => {
	test('lets through', async () => {
		const run = await check(newProject(), { items: itemsOf({ who: ANA }, { who: BEN }) });
		expect(run.error?.message).toBeUndefined();
		expect(ways(run)).toEqual([[ANA, BEN], [], []]);
	});
});
