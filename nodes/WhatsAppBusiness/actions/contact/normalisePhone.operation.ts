import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { valueOrProblems } from '../../../../core/errors/together';
import { firstNameOf } from '../../../../core/person/firstName';
import { languageFor } from '../../../../core/person/language';
import { phoneDetails } from '../../../../core/phone/details';
import { parseRecipient } from '../../../../core/phone/recipient';
import { defaultCountry } from '../../properties/defaultCountry';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readBoolean, readObject, textOf } from '../../shared/parameters';

const FIELD = 'Phone';

interface Options {
	defaultCountry?: string;
	fullName?: string;
	language?: string;
	defaultLanguage?: string;
}

function readOptions({ n8n, itemIndex }: OperationContext): Options {
	const { defaultCountry, fullName, language, defaultLanguage } = readObject(n8n, { name: 'options', itemIndex });
	return {
		defaultCountry: textOf(defaultCountry),
		fullName: textOf(fullName),
		language: textOf(language),
		defaultLanguage: textOf(defaultLanguage),
	};
}

/** @throws InvalidInput naming Phone, also for a user ID or a group */
function readNumber(input: { value: unknown; defaultCountry?: string }): string {
	const recipient = parseRecipient({ ...input, field: FIELD });
	if (recipient.kind === 'phone') return recipient.e164;
	const what = recipient.kind === 'group' ? 'a group' : 'a user ID';
	throw new InvalidInput([{ field: FIELD, message: `must be a phone number; this is ${what}` }]);
}

/** What the number and the options tell. */
function told(e164: string, { fullName, language, defaultLanguage }: Options): IDataObject {
	const details = phoneDetails(e164);
	const { country } = details;
	const known = languageFor({ record: language, phoneCountry: country, fallback: defaultLanguage ?? '' });
	return {
		valid: true,
		...details,
		language: known.language,
		languageSource: known.source,
		...(fullName === undefined ? {} : { firstName: firstNameOf({ fullName, country, language: known.language }) }),
	};
}

function problemOf(problems: InvalidInput['problems']): IDataObject {
	return { valid: false, problem: problems.map(({ field, message }) => `${field}: ${message}`).join('. ') };
}

export const normalisePhone: ItemOperation = {
	value: 'normalisePhone',
	name: 'Normalise Phone',
	action: 'Normalise a phone number',
	description: 'Bring a phone number into one form and tell its country, time zones, language, type and the spellings WhatsApp uses',
	properties: [
		{
			displayName: FIELD,
			name: 'phone',
			type: 'string',
			default: '={{ $json.phone }}',
			required: true,
			placeholder: 'e.g. +1 555 010 0200',
			description: 'In any usual writing; without country code, set the default country',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{ ...defaultCountry, description: 'Two-letter country code for numbers written without one, for example that of the address' },
				{
					displayName: 'Default Language',
					name: 'defaultLanguage',
					type: 'string',
					default: '',
					placeholder: 'e.g. en_US',
					description: 'Language of people whose country tells none',
				},
				{
					displayName: 'Full Name',
					name: 'fullName',
					type: 'string',
					default: '',
					placeholder: 'e.g. María José García',
					description: 'Gives the first name as well, by the customs of the country. Empty for companies and nicknames.',
				},
				{
					displayName: 'Keep Unreadable',
					name: 'keepUnreadable',
					type: 'boolean',
					default: false,
					description: 'Whether a number that cannot be read passes on with valid: false and the problem, instead of failing its item',
				},
				{
					displayName: 'Language',
					name: 'language',
					type: 'string',
					default: '',
					placeholder: 'e.g. pt_BR',
					description: 'Language known of the person, for example from the shop. It comes before that of the country.',
				},
			],
		},
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const options = readOptions(context);
		const value: unknown = n8n.getNodeParameter('phone', itemIndex);
		const read = () => readNumber({ value, defaultCountry: options.defaultCountry });
		const isKept = readBoolean(n8n, { name: 'options.keepUnreadable', itemIndex });
		const outcome = isKept ? valueOrProblems(read) : { value: read() };
		const { json, binary } = n8n.getInputData()[itemIndex] ?? { json: {} };
		return {
			json: { ...json, phoneDetails: 'value' in outcome ? told(outcome.value, options) : problemOf(outcome.problems) },
			...(binary === undefined ? {} : { binary }),
		};
	},
};
