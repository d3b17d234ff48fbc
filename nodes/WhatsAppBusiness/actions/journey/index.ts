import type { Resource } from '../../shared/operation';
import { cancelPending } from './cancelPending.operation';
import { checkBeforeSending } from './checkBeforeSending.operation';
import { handBack } from './handBack.operation';
import { handOver } from './handOver.operation';
import { interpretAnswer } from './interpretAnswer.operation';
import { mapShipmentMilestone } from './mapShipmentMilestone.operation';
import { routeIncoming } from './routeIncoming.operation';

export const journey: Resource = {
	value: 'journey',
	name: 'Journey',
	operations: [
		cancelPending,
		checkBeforeSending,
		handBack,
		handOver,
		interpretAnswer,
		mapShipmentMilestone,
		routeIncoming,
	],
	defaultOperation: 'checkBeforeSending',
};
