import type { ItemOperation } from '../../shared/operation';
import { changeBlockList } from './change';
import { changeFields } from './fields';

export const block: ItemOperation = {
	value: 'block',
	name: 'Block',
	action: 'Block a contact',
	description:
		'Let a person neither write to the business number nor get anything from it. Meta takes only people who wrote to the number in the last 24 hours.',
	properties: changeFields,
	async execute(context) {
		return await changeBlockList(context, 'POST');
	},
};
