import type { ItemOperation } from '../../shared/operation';
import { labelFields } from './labelFields';
import { changeLabels } from './labels';

export const removeLabel: ItemOperation = {
	value: 'removeLabel',
	name: 'Remove Label',
	action: 'Remove a label from a contact',
	description: 'Take a contact out of groups of your own',
	properties: labelFields,
	async execute(context) {
		return await changeLabels(context, 'remove');
	},
};
