import type { ItemOperation } from '../../shared/operation';
import { labelFields } from './labelFields';
import { changeLabels } from './labels';

export const addLabel: ItemOperation = {
	value: 'addLabel',
	name: 'Add Label',
	action: 'Add a label to a contact',
	description: 'Put a contact into groups of your own, to be found with Get Many',
	properties: labelFields,
	async execute(context) {
		return await changeLabels(context, 'add');
	},
};
