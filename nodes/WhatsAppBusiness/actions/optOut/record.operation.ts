import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { ConsentCategory, ConsentRecord, ConsentState } from '../../../../core/consent/record';
import { contact } from '../../properties/contact';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readObject, readString, textOf } from '../../shared/parameters';
import { ConsentTable } from '../../store/dataTable/consentTable';
import { readContact } from './readContact';
import { recordOptions } from './recordOptions';

function readUntil(value: unknown): string {
	const text = textOf(value);
	if (text === undefined) return '';
	const time = Date.parse(text);
	if (Number.isNaN(time)) throw new InvalidInput([{ field: 'Until', message: `"${text}" is not a date` }]);
	return new Date(time).toISOString();
}

function readRecord({ n8n, itemIndex }: OperationContext): ConsentRecord {
	const options = readObject(n8n, { name: 'options', itemIndex });
	const defaultCountry = textOf(options.defaultCountry);
	const main = readContact({ value: n8n.getNodeParameter('contact', itemIndex), field: 'Contact', defaultCountry });
	const linked = (['phone', 'userId'] as const).map((name) =>
		textOf(options[name]) === undefined
			? undefined
			: readContact({ value: options[name], field: name === 'phone' ? 'Phone Number' : 'User ID', defaultCountry }),
	);
	const phone = main.phone || linked[0]?.phone || '';
	const userId = main.userId || linked[1]?.userId || '';
	return {
		contactKey: userId || main.contactKey,
		phone,
		userId,
		category: readString(n8n, { name: 'category', itemIndex }) as ConsentCategory,
		state: readString(n8n, { name: 'state', itemIndex }) as ConsentState,
		reason: textOf(options.reason) ?? '',
		source: readString(n8n, { name: 'source', itemIndex }),
		messageId: textOf(options.messageId) ?? '',
		recordedAt: new Date().toISOString(),
		until: readUntil(options.until),
	};
}

export const record: ItemOperation = {
	value: 'record',
	name: 'Record',
	action: 'Record an opt out or opt in',
	description: 'Write down what a contact decided, so that later checks respect it',
	properties: [
		contact,
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
			description: 'What the decision covers',
		},
		{
			displayName: 'Source',
			name: 'source',
			type: 'string',
			default: '',
			placeholder: 'e.g. Stop updates button',
			description: 'Where the decision came from',
		},
		recordOptions,
	],
	async execute(context) {
		const entry = readRecord(context);
		await new ConsentTable(context.n8n).put([entry]);
		return { json: { ...entry } };
	},
};
