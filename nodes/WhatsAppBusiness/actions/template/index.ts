import type { Resource } from '../../shared/operation';
import { check } from './check.operation';
import { createPack } from './createPack.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

export const template: Resource = {
	value: 'template',
	name: 'Template',
	operations: [check, createPack, get, getMany],
	defaultOperation: 'getMany',
};
