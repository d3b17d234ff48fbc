import { InvalidInput } from '../../../../core/errors/invalidInput';
import { CONSENT_CATEGORIES, CONSENT_STATES, type ConsentRecord } from '../../../../core/consent/record';
import { parseUntil } from '../../../../core/consent/until';
import { contact } from '../../properties/contact';
import { coverage, decision } from '../../properties/consentChoices';
import { checkTogether } from '../../shared/checkTogether';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readChoice, readObject, readString, textOf } from '../../shared/parameters';
import { recordAll } from '../../consent/recordAll';
import { readContact } from '../../shared/readContact';
import { recordOptions } from './recordOptions';

async function readRecord({ n8n, itemIndex }: OperationContext): Promise<ConsentRecord> {
	const options = readObject(n8n, { name: 'options', itemIndex });
	const defaultCountry = textOf(options.defaultCountry);
	const link = (name: 'phone' | 'userId', field: string) => {
		if (textOf(options[name]) === undefined) return '';
		const linked = readContact({ value: options[name], field, defaultCountry })[name];
		if (linked !== '') return linked;
		throw new InvalidInput([{ field, message: `"${String(options[name])}" is no ${field.toLowerCase()}` }]);
	};
	const { main, phone, userId, ...rest } = await checkTogether({
		main: () => readContact({ value: n8n.getNodeParameter('contact', itemIndex), field: 'Contact', defaultCountry }),
		phone: () => link('phone', 'Phone Number'),
		userId: () => link('userId', 'User ID'),
		category: () => readChoice(n8n, { name: 'category', itemIndex, field: 'Category', choices: CONSENT_CATEGORIES }),
		state: () => readChoice(n8n, { name: 'state', itemIndex, field: 'Decision', choices: CONSENT_STATES }),
		until: () => parseUntil({ value: options.until, zone: n8n.getTimezone() }),
		source: () => readString(n8n, { name: 'source', itemIndex }),
	});
	return {
		...rest,
		contactKey: main.userId || userId || main.contactKey,
		phone: main.phone || phone,
		userId: main.userId || userId,
		reason: textOf(options.reason) ?? '',
		messageId: textOf(options.messageId) ?? '',
		recordedAt: new Date().toISOString(),
	};
}

export const record: ItemOperation = {
	value: 'record',
	name: 'Record',
	action: 'Record an opt out or opt in',
	description: 'Write down what a contact decided, so that later checks respect it',
	properties: [
		contact,
		decision,
		coverage,
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
		const entry = await readRecord(context);
		const [change] = await recordAll(context.n8n, [entry]);
		const { record: written = entry, isChanged = true, reason = '' } = change ?? {};
		return { json: { ...written, changed: isChanged, ...(isChanged ? {} : { note: reason }) } };
	},
};
