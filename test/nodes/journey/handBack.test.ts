import { ANA, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';
import { journeyOf } from './runJourney';

const run = journeyOf(useSandbox());

describe('Journey: Hand Back', () => {
	test('ends a hand-over, and minds none that is not there', async () => {
		const project = newProject();
		await run(project, 'handOver', { contact: ANA, hours: 48, team: 'sales' });
		for (let times = 0; times < 2; times++) {
			const { outputs, error } = await run(project, 'handBack', { contact: ANA });
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]?.json).toMatchObject({ contactKey: ANA, isHandedOver: false });
		}
	});
});
