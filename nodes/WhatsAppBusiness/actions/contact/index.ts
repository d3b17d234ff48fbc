import type { Resource } from '../../shared/operation';
import { copyRecords } from './copyRecords.operation';
import { testStore } from './testStore.operation';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [copyRecords, testStore],
	defaultOperation: 'testStore',
};
