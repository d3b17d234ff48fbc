import type { ConsentCategory, ConsentState } from '../../../../core/consent/record';
import { returnAll } from '../../properties/returnAll';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readNumber, readObject, textOf } from '../../shared/parameters';
import { ConsentTable } from '../../store/dataTable/consentTable';

export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many consent records',
	description: 'List the recorded opt-outs and opt-ins, newest first',
	properties: [
		...returnAll,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Category',
					name: 'category',
					type: 'options',
					options: [
						{ name: 'All Messages', value: 'all' },
						{ name: 'Marketing', value: 'marketing' },
						{ name: 'Utility', value: 'utility' },
					],
					default: 'all',
				},
				{
					displayName: 'Decision',
					name: 'state',
					type: 'options',
					options: [
						{ name: 'Opt Out', value: 'opted_out' },
						{ name: 'Opt In', value: 'opted_in' },
					],
					default: 'opted_out',
				},
			],
		},
	],
	async execute({ n8n, itemIndex }) {
		const filters = readObject(n8n, { name: 'filters', itemIndex });
		const records = await new ConsentTable(n8n).list({
			state: textOf(filters.state) as ConsentState | undefined,
			category: textOf(filters.category) as ConsentCategory | undefined,
			limit: readBoolean(n8n, { name: 'returnAll', itemIndex })
				? undefined
				: readNumber(n8n, { name: 'limit', itemIndex, fallback: 50 }),
		});
		return records.map((record) => ({ json: { ...record } }));
	},
};
