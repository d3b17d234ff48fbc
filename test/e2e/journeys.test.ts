import { JOURNEYS } from './journeys';
import { journeyTests, reportAtEnd } from './journeys/journeyTests';
import { startJourneyWorld } from './journeys/journeyWorld';

// One n8n for all: the inbox, the journeys and the clock that they share.
describe('the journeys', () => {
	const chosen = JOURNEYS.filter(({ file }) => new RegExp(process.env.JOURNEY ?? '').test(file));
	const world = startJourneyWorld(['inbox', ...new Set(chosen.flatMap(({ folder, needs = [] }) => [folder, ...needs]))]);
	for (const journey of chosen) journeyTests(world, journey);
	reportAtEnd();
});
