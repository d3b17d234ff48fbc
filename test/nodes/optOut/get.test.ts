import { ANA, useSandbox } from '../setup';
import { newProject } from './consent';
import { recordsOf } from './records';

const { run, record } = recordsOf(useSandbox());

describe('Opt-Out: Get', () => {
	test('tells what was decided, what follows, and every change', async () => {
		const project = newProject();
		await record(project, 'opted_out', { options: { reason: 'too many' } });
		await record(project, 'opted_in');
		await record(project, 'pending', { category: 'marketing' });
		const { outputs } = await run(project, 'get', { contact: `+${ANA}` });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			contactKey: ANA,
			marketing: { allowed: false, state: 'pending' },
			utility: { allowed: true, state: 'opted_in' },
			records: [{ category: 'all', state: 'opted_in' }, { category: 'marketing', state: 'pending' }],
			history: [
				{ state: 'opted_out', previousState: '', reason: 'too many' },
				{ state: 'opted_in', previousState: 'opted_out' },
				{ state: 'pending', previousState: '', category: 'marketing' },
			],
		});
	});
});
