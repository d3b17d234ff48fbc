import { ANA, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';
import { journeyOf } from './runJourney';

const run = journeyOf(useSandbox());

describe('Journey: Cancel Pending', () => {
	test('says when nothing waits', async () => {
		const { outputs } = await run(newProject(), 'cancelPending', { contact: ANA }, [{ order: 1 }]);
		expect(outputs.map((list) => list.map(({ json }) => json))).toEqual([[], [{ order: 1, cancelled: 0 }]]);
	});

	test('asks for the key', async () => {
		const { error } = await run(newProject(), 'cancelPending', { of: 'journey', journeyKey: ' ' });
		expect(error?.message).toBe('Journey Key: must not be empty');
	});
});
