import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { ContactStore } from '../../store/contactStore';
import { LinkStore, orderLink } from '../../store/linkStore';
import { openStore } from '../../store/openStore';
import { readItemContact } from '../../shared/readContact';
import { contactItem } from '../../../../core/contact/item';

const FOUND = 0;
const NOT_FOUND = 1;

export const resolve: ItemOperation = {
	value: 'resolve',
	name: 'Resolve',
	action: 'Resolve a contact',
	description: 'Find a contact by phone number, business-scoped user ID or order, with window, labels and hand-over',
	outputs: ['Found', 'Not Found'],
	failureOutput: NOT_FOUND,
	properties: [
		{
			displayName: 'By',
			name: 'by',
			type: 'options',
			options: [
				{ name: 'Order', value: 'order', description: 'An order that Update linked to the contact' },
				{ name: 'Phone Number or User ID', value: 'contact' },
			],
			default: 'contact',
		},
		{ ...contact, displayOptions: { show: { by: ['contact'] } } },
		{
			displayName: 'Order',
			name: 'order',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1001',
			displayOptions: { show: { by: ['order'] } },
		},
		contactOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const store = await openStore(n8n);
		const input = n8n.getInputData()[itemIndex];
		const idsOf = async (): Promise<string[]> => {
			if (readString(n8n, { name: 'by', itemIndex }) !== 'order') {
				const { phone, userId } = readItemContact(context);
				return [phone, userId].filter((id) => id !== '');
			}
			const link = orderLink(readString(n8n, { name: 'order', itemIndex }));
			return [...(await new LinkStore(store).find([link])).values()];
		};
		const [found] = await new ContactStore(store).find(await idsOf());
		return {
			json: { ...input?.json, ...(found === undefined ? {} : { contact: contactItem(found, Date.now()) }) },
			...(input?.binary === undefined ? {} : { binary: input.binary }),
			output: found === undefined ? NOT_FOUND : FOUND,
		};
	},
};
