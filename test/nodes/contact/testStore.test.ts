import { itemsOf, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';

const bench = useSandbox();

/** Runs an operation of Contact in a project of its own. */
async function run(parameters: Record<string, string | object>, project = newProject(), credential?: Record<string, string>) {
	return await bench.run({
		resource: 'contact',
		operation: 'testStore',
		parameters: parameters as never,
		items: itemsOf({}),
		subworkflow: project.subworkflow,
		workflowId: project.workflowId,
		...(credential === undefined ? {} : { credential: bench.credential(credential) }),
	});
}

describe('Contact: Test Store', () => {
	test('tries every verb on the Data Tables and leaves nothing behind', async () => {
		const project = newProject();
		const { outputs, error } = await run({ store: 'credential' }, project);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toEqual({
			ok: true,
			store: 'n8n Data Tables',
			checks: [
				'Put, then find by contact key and by user ID',
				'Put over a record keeps the other columns',
				'Claim a free key',
				'Claim a taken key',
				'Claim a key five times at once: one wins',
				'List by a column',
				'Remove',
			],
		});
		expect(project.tables.rows('whatsapp_contacts')).toEqual([]);
		expect(project.tables.rows('whatsapp_processed')).toEqual([]);
	});

	test('says what is wrong with a table whose column was renamed', async () => {
		const project = newProject();
		await run({ store: 'credential' }, project);
		project.tables.removeColumn({ table: 'whatsapp_contacts', column: 'userId' });
		const { error } = await run({ store: 'credential' }, project);
		expect(error?.message).toMatch(/The Data Table "whatsapp_contacts" could not be used: .*userId/);
	});

	test('asks for the workflow when the credential names none', async () => {
		const { error } = await run({ store: 'credential' }, newProject(), { contactStore: 'workflow' });
		expect(error?.message).toBe('The credential names no store workflow');
	});

	test('tells that the chosen workflow cannot be called', async () => {
		const { error } = await run({ store: 'workflow', storeWorkflow: { __rl: true, mode: 'id', value: 'w1' } });
		expect(error?.message).toMatch(/^The store workflow could not be used: /);
		expect(error?.description).toContain('w1');
	});
});
