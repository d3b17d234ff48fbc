import type { Resource } from '../../shared/operation';
import { block } from './block.operation';
import { getMany } from './getMany.operation';
import { unblock } from './unblock.operation';

export const blockList: Resource = {
	value: 'blockList',
	name: 'Block List',
	operations: [block, getMany, unblock],
	defaultOperation: 'getMany',
};
