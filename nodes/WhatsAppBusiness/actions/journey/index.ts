import type { Resource } from '../../shared/operation';
import { checkBeforeSending } from './checkBeforeSending.operation';
import { mapShipmentMilestone } from './mapShipmentMilestone.operation';

export const journey: Resource = {
	value: 'journey',
	name: 'Journey',
	operations: [checkBeforeSending, mapShipmentMilestone],
	defaultOperation: 'checkBeforeSending',
};
