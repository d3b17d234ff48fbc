import { SCENARIO } from '../../scripts/start/scenario';
import type { World } from './world';

/** The journey as `npm start -- --smoke` plays it; each step builds on the one before it. */
export function scenarioTests(world: () => World): void {
	describe('the order journey', () => {
		test.each(SCENARIO)('$name', async (step) => {
			await step.run(world().demo);
		});
	});
}
