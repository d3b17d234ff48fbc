import { decideConsent } from '../../../../core/consent/decide';
import type { ConsentCategory, ConsentRecord } from '../../../../core/consent/record';
import { contact } from '../../properties/contact';
import type { BatchOperation, OperationItem } from '../../shared/operation';
import { readObject, readString, textOf } from '../../shared/parameters';
import { ConsentTable } from '../../store/dataTable/consentTable';
import { readContact, type Contact } from './readContact';

const ALLOWED = 0;
const OPTED_OUT = 1;

function isAbout(contact: Contact, record: ConsentRecord): boolean {
	const key = contact.contactKey;
	return record.contactKey === key || record.phone === key || record.userId === key;
}

export const check: BatchOperation = {
	value: 'check',
	name: 'Check',
	action: 'Check whether a contact opted out',
	description: 'Let an item through only when its contact has not opted out',
	outputs: ['Allowed', 'Opted Out'],
	failureOutput: OPTED_OUT,
	properties: [
		contact,
		{
			displayName: 'Category',
			name: 'category',
			type: 'options',
			options: [
				{ name: 'Marketing', value: 'marketing', description: 'Offers, reminders, news' },
				{ name: 'Utility', value: 'utility', description: 'Updates of an order or an account' },
			],
			default: 'utility',
			description: 'What you want to send',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Default Country',
					name: 'defaultCountry',
					type: 'string',
					default: '',
					placeholder: 'e.g. DE',
					description: 'Two-letter country code for phone numbers written without one',
				},
			],
		},
	],
	async executeAll({ n8n, itemCount }) {
		const items = n8n.getInputData();
		const contacts = Array.from({ length: itemCount }, (_, itemIndex): Contact | Error => {
			try {
				const options = readObject(n8n, { name: 'options', itemIndex });
				const value = n8n.getNodeParameter('contact', itemIndex);
				return readContact({ value, field: 'Contact', defaultCountry: textOf(options.defaultCountry) });
			} catch (error) {
				return error instanceof Error ? error : new Error(String(error));
			}
		});
		const known = contacts.filter((entry): entry is Contact => !(entry instanceof Error));
		const records = await new ConsentTable(n8n).find(known);
		const now = new Date();
		return contacts.map((entry, itemIndex): OperationItem | Error => {
			if (entry instanceof Error) return entry;
			const category = readString(n8n, { name: 'category', itemIndex }) as ConsentCategory;
			const about = records.filter((record) => isAbout(entry, record));
			const { allowed, state, reason, record } = decideConsent({ records: about, category, now });
			const input = items[itemIndex];
			return {
				json: {
					...input?.json,
					consent: {
						allowed,
						state,
						reason,
						category,
						contactKey: entry.contactKey,
						...(record === undefined ? {} : { source: record.source, recordedAt: record.recordedAt }),
						...(record === undefined || record.until === '' ? {} : { until: record.until }),
					},
				},
				...(input?.binary === undefined ? {} : { binary: input.binary }),
				output: allowed ? ALLOWED : OPTED_OUT,
			};
		});
	},
};
