import type { ItemOperation } from '../../shared/operation';
import { changeBlockList } from './change';
import { changeFields } from './fields';

export const unblock: ItemOperation = {
	value: 'unblock',
	name: 'Unblock',
	action: 'Unblock a contact',
	description: 'Take a person off the block list of a business number',
	properties: changeFields,
	async execute(context) {
		return await changeBlockList(context, 'DELETE');
	},
};
