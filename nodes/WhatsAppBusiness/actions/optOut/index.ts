import type { Resource } from '../../shared/operation';
import { check } from './check.operation';
import { erase } from './erase.operation';
import { exportRecords } from './export.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { importRecords } from './import.operation';
import { processIncoming } from './processIncoming.operation';
import { record } from './record.operation';

export const optOut: Resource = {
	value: 'optOut',
	name: 'Opt-Out',
	operations: [check, erase, exportRecords, get, getMany, importRecords, processIncoming, record],
	defaultOperation: 'check',
};
