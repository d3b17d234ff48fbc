import { returnAll } from '../../properties/returnAll';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readNumber, readObject, textOf } from '../../shared/parameters';
import { listTemplates } from '../../transport/templates';

export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many templates',
	description: 'List the templates of the WhatsApp Business Account',
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
						{ name: 'Authentication', value: 'AUTHENTICATION' },
						{ name: 'Marketing', value: 'MARKETING' },
						{ name: 'Utility', value: 'UTILITY' },
					],
					default: 'UTILITY',
				},
				{
					displayName: 'Language',
					name: 'language',
					type: 'string',
					default: '',
					placeholder: 'e.g. en_US',
				},
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. order_shipped',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Approved', value: 'APPROVED' },
						{ name: 'Disabled', value: 'DISABLED' },
						{ name: 'Paused', value: 'PAUSED' },
						{ name: 'Pending', value: 'PENDING' },
						{ name: 'Rejected', value: 'REJECTED' },
					],
					default: 'APPROVED',
				},
			],
		},
	],
	async execute({ n8n, itemIndex }) {
		const all = readBoolean(n8n, { name: 'returnAll', itemIndex });
		const limit = all ? undefined : readNumber(n8n, { name: 'limit', itemIndex, fallback: 50 });
		const filters = readObject(n8n, { name: 'filters', itemIndex });
		const wanted = Object.entries(filters).flatMap(([name, value]) => {
			const text = textOf(value);
			return text === undefined ? [] : [[name, text] as const];
		});
		// Meta's own filters on category and language are unverified (cloud-api 3.1), so its answer is filtered again here,
		// which needs all rows whenever a filter is set.
		const rows = await listTemplates(n8n, {
			qs: Object.fromEntries(wanted),
			enough: wanted.length === 0 ? limit : undefined,
			fields: 'id,name,language,status,category,parameter_format,components,quality_score',
		});
		return rows
			.filter((row) => wanted.every(([name, value]) => row[name] === value))
			.slice(0, limit)
			.map((json) => ({ json }));
	},
};
