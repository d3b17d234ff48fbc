import type { Resource } from '../../shared/operation';
import { checkBeforeSending } from './checkBeforeSending.operation';

export const journey: Resource = {
	value: 'journey',
	name: 'Journey',
	operations: [checkBeforeSending],
	defaultOperation: 'checkBeforeSending',
};
