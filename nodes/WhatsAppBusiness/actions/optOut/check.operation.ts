import { decideConsent } from '../../../../core/consent/decide';
import type { ConsentCategory, ConsentRecord } from '../../../../core/consent/record';
import { messageCategory } from '../../properties/consentChoices';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import { checkTogether } from '../../shared/checkTogether';
import type { BatchOperation, OperationContext, OperationItem } from '../../shared/operation';
import { readChoice, readObject, textOf } from '../../shared/parameters';
import { ConsentStore } from '../../store/consentStore';
import { openStore } from '../../store/openStore';
import { readContact, type Contact } from '../../shared/readContact';

/** What a message can be sent as. */
const CATEGORIES = ['marketing', 'utility'] as const satisfies ConsentCategory[];

const ALLOWED = 0;
const OPTED_OUT = 1;

function isAbout(contact: Contact, record: ConsentRecord): boolean {
	const key = contact.contactKey;
	return record.contactKey === key || record.phone === key || record.userId === key;
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

/** Who is asked about, and what for. */
async function readQuestion({ n8n, itemIndex }: Pick<OperationContext, 'n8n' | 'itemIndex'>) {
	const options = readObject(n8n, { name: 'options', itemIndex });
	const defaultCountry = textOf(options.defaultCountry);
	return await checkTogether({
		contact: () => readContact({ value: n8n.getNodeParameter('contact', itemIndex), field: 'Contact', defaultCountry }),
		category: () => readChoice(n8n, { name: 'category', itemIndex, field: 'Category', choices: CATEGORIES }),
	});
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
		messageCategory,
		contactOptions,
	],
	async executeAll({ n8n }) {
		const items = n8n.getInputData();
		const questions = await Promise.all(
			items.map(async (_, itemIndex) => await readQuestion({ n8n, itemIndex }).catch((error: unknown) => asError(error))),
		);
		const contacts = questions.flatMap((question) => (question instanceof Error ? [] : [question.contact]));
		const records = await new ConsentStore(await openStore(n8n)).find(contacts.map(({ contactKey }) => contactKey));
		const now = new Date();
		return questions.map((question, itemIndex): OperationItem | Error => {
			if (question instanceof Error) return question;
			const { contact: about, category } = question;
			const { allowed, state, reason, record } = decideConsent({ records: records.filter((entry) => isAbout(about, entry)), category, now });
			const input = items[itemIndex];
			return {
				json: {
					...input?.json,
					consent: {
						allowed,
						state,
						reason,
						category,
						contactKey: about.contactKey,
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
