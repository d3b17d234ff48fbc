import type { ContactRecord } from '../../../../core/contact/record';
import { returnAll } from '../../properties/returnAll';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readNumber, readObject, textOf } from '../../shared/parameters';
import { toContact } from '../../store/contactRow';
import { openStore } from '../../store/openStore';
import { eachPage } from '../../store/pages';
import { contactItem } from '../../../../core/contact/item';

interface Filter {
	label?: string;
	language?: string;
	country?: string;
	isHandedOver: boolean;
}

function fits(contact: ContactRecord, { label, language, country, isHandedOver }: Filter, now: number): boolean {
	const same = (a: string, b: string | undefined) => b === undefined || a.toLowerCase() === b.toLowerCase();
	return (
		(label === undefined || contact.labels.some((own) => same(own, label))) &&
		same(contact.language.replace('-', '_'), language?.replace('-', '_')) &&
		same(contact.country, country) &&
		(!isHandedOver || Date.parse(contact.handOverUntil) > now)
	);
}

export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'List contacts by label, language, country or hand-over, in the order in which they were first seen',
	properties: [
		...returnAll,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{ displayName: 'Country', name: 'country', type: 'string', default: '', placeholder: 'e.g. BR' },
				{
					displayName: 'Handed Over Only',
					name: 'isHandedOver',
					type: 'boolean',
					default: true,
					description: 'Whether to list only those whom a person answers now',
				},
				{ displayName: 'Label', name: 'label', type: 'string', default: '', placeholder: 'e.g. vip' },
				{ displayName: 'Language', name: 'language', type: 'string', default: '', placeholder: 'e.g. pt_BR' },
			],
		},
	],
	async execute({ n8n, itemIndex }) {
		const filters = readObject(n8n, { name: 'filters', itemIndex });
		const filter: Filter = {
			label: textOf(filters.label),
			language: textOf(filters.language),
			country: textOf(filters.country),
			isHandedOver: filters.isHandedOver === true,
		};
		const most = readBoolean(n8n, { name: 'returnAll', itemIndex }) ? Infinity : readNumber(n8n, { name: 'limit', itemIndex, fallback: 50 });
		const store = await openStore(n8n);
		const now = Date.now();
		const found: ContactRecord[] = [];
		await eachPage(store, {
			collection: 'contacts',
			take: (rows) => {
				found.push(...rows.map(toContact).filter((contact) => fits(contact, filter, now)));
				return found.length < most;
			},
		});
		return found.slice(0, most).map((contact) => ({ json: contactItem(contact, now) }));
	},
};
