import { itemsOf, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';

const bench = useSandbox();

async function run(parameters: Record<string, string | object>, credential: Record<string, string> = {}) {
	const project = newProject();
	return await bench.run({
		resource: 'contact',
		operation: 'copyRecords',
		parameters: parameters as never,
		items: itemsOf({}),
		subworkflow: project.subworkflow,
		workflowId: project.workflowId,
		credential: bench.credential(credential),
	});
}

// What it copies is shown by the end-to-end tests, where there is a store to copy to.
describe('Contact: Copy Records', () => {
	test('refuses to copy a store onto itself', async () => {
		const { error } = await run({ from: 'dataTable', to: 'credential' });
		expect(error?.message).toBe('From and To are the same store');
	});

	test('names the store that does not answer before it reads anything', async () => {
		const { error } = await run({ from: 'dataTable', to: 'workflow', toWorkflow: { __rl: true, mode: 'id', value: 'gone' } });
		expect(error?.message).toMatch(/^The store workflow could not be used: /);
	});
});
