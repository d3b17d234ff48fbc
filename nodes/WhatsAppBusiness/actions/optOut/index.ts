import type { Resource } from '../../shared/operation';
import { check } from './check.operation';
import { getMany } from './getMany.operation';
import { record } from './record.operation';

export const optOut: Resource = {
	value: 'optOut',
	name: 'Opt-Out',
	operations: [check, getMany, record],
	defaultOperation: 'check',
};
