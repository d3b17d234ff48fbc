import type { Resource } from '../../shared/operation';
import { addLabel } from './addLabel.operation';
import { copyRecords } from './copyRecords.operation';
import { getMany } from './getMany.operation';
import { normalisePhone } from './normalisePhone.operation';
import { removeLabel } from './removeLabel.operation';
import { resolve } from './resolve.operation';
import { testStore } from './testStore.operation';
import { update } from './update.operation';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	operations: [addLabel, copyRecords, getMany, normalisePhone, removeLabel, resolve, testStore, update],
	defaultOperation: 'resolve',
};
