import type { Resource } from '../../shared/operation';
import { checkBeforeSending } from './checkBeforeSending.operation';
import { interpretAnswer } from './interpretAnswer.operation';
import { mapShipmentMilestone } from './mapShipmentMilestone.operation';

export const journey: Resource = {
	value: 'journey',
	name: 'Journey',
	operations: [checkBeforeSending, interpretAnswer, mapShipmentMilestone],
	defaultOperation: 'checkBeforeSending',
};
