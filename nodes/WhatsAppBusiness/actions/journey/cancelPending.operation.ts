import { InvalidInput } from '../../../../core/errors/invalidInput';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readObject, readString, textOf } from '../../shared/parameters';
import { readItemContact } from '../../shared/readContact';
import { openStore } from '../../store/openStore';
import { PendingWaits, type PendingWait } from '../../store/pendingWaits';
import { ContactStore } from '../../store/contactStore';
import type { RecordStore } from '../../store/recordStore';
import { isSettled, passToAll } from '../../waiting/endWaits';
import { RESUME_URL, waitingUrlOf } from '../../waiting/resume';

const NOTHING = 1;

async function waitsOf(context: OperationContext, store: RecordStore): Promise<PendingWait[]> {
	const { n8n, itemIndex } = context;
	const waits = new PendingWaits(store);
	const now = Date.now();
	if (readString(n8n, { name: 'of', itemIndex }) === 'journey') {
		const journeyKey = readString(n8n, { name: 'journeyKey', itemIndex });
		if (journeyKey === '') throw new InvalidInput([{ field: 'Journey Key', message: 'must not be empty' }]);
		return await waits.openOfJourney({ journeyKey, now });
	}
	const about = readItemContact(context);
	const given = [about.phone, about.userId].filter((id) => id !== '');
	const [known] = await new ContactStore(store).find(given);
	const ids = [...given, known?.phone ?? '', known?.userId ?? ''].filter((id) => id !== '');
	return await waits.openOf({ ids: [...new Set(ids)], now });
}

export const cancelPending: ItemOperation = {
	value: 'cancelPending',
	name: 'Cancel Pending',
	action: 'Cancel pending questions',
	description:
		'End the questions that wait for an answer, with their reminders: the order was cancelled, or the goal is met. Their executions end without going on.',
	outputs: ['Cancelled', 'Nothing Pending'],
	failureOutput: NOTHING,
	properties: [
		{
			displayName: 'Of',
			name: 'of',
			type: 'options',
			options: [
				{ name: 'Contact', value: 'contact', description: 'All questions to a person' },
				{ name: 'Journey Key', value: 'journey', description: 'All questions that were sent with this key, such as an order' },
			],
			default: 'contact',
		},
		{ ...contact, displayOptions: { show: { of: ['contact'] } } },
		{
			displayName: 'Journey Key',
			name: 'journeyKey',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. order-1001',
			displayOptions: { show: { of: ['journey'] } },
			description: 'As it was given to Send and Wait for Reply or Send and Wait for Status',
		},
		{
			...contactOptions,
			options: [
				...(contactOptions.options ?? []),
				{
					displayName: 'Internal Base URL',
					name: 'internalBaseUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. http://n8n:5678',
					description: 'Where this n8n reaches itself, when it cannot call its own public address',
				},
			],
		} as typeof contactOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const store = await openStore(n8n);
		const waits = await waitsOf(context, store);
		const { internalBaseUrl } = readObject(n8n, { name: 'options', itemIndex });
		const waitingUrl = waitingUrlOf(n8n.evaluateExpression(RESUME_URL, itemIndex), { internalBaseUrl: textOf(internalBaseUrl) });
		const ended = await passToAll(n8n, { waits, waitingUrl, ending: 'cancelled' });
		const settled = ended.filter(({ resumed }) => isSettled(resumed));
		await new PendingWaits(store).remove(settled.map(({ wait }) => wait.waitKey));
		const cancelled = ended.filter(({ resumed }) => resumed.outcome === 'accepted').length;
		const failed = ended.filter(({ resumed }) => !isSettled(resumed));
		return {
			json: {
				...n8n.getInputData()[itemIndex]?.json,
				cancelled,
				...(failed.length === 0 ? {} : { notReached: failed.map(({ wait, resumed }) => ({ messageId: wait.messageId, reason: resumed.detail ?? resumed.outcome })) }),
			},
			output: cancelled > 0 ? 0 : NOTHING,
		};
	},
};
