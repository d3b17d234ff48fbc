import type { IExecuteFunctions } from 'n8n-workflow';
import { isSamePerson, keyOfIds, newContact, type ContactRecord } from '../../../../core/contact/record';
import { isoAfter } from '../../../../core/shared/moment';
import { canonicalDigits } from '../../../../core/phone/contactKey';
import type { WebhookEvent } from '../../../../core/webhook/events';
import type { BatchOperation, OperationContext, OperationItem } from '../../shared/operation';
import { processConsent } from '../../consent/processConsent';
import { consentFields } from '../../properties/consentFields';
import { readNumber } from '../../shared/parameters';
import { ContactStore } from '../../store/contactStore';
import { openStore } from '../../store/openStore';

const OUTPUTS = ['Conversation', 'Hand-Over Active', 'Consent Changed', 'Answered', 'Other'];
const [CONVERSATION, HANDED_OVER, CONSENT, ANSWERED, OTHER] = [0, 1, 2, 3, 4];

/** No messages for a bot, although Meta sends them as such. */
const NO_CONVERSATION = ['system', 'edit', 'revoke', 'unsupported', 'reaction'];

function idsOf({ phone, userId }: WebhookEvent): { phone: string; userId: string } {
	return { phone: phone === undefined ? '' : canonicalDigits(phone.replace(/\D/g, '')), userId: userId ?? '' };
}

function isConversation({ kind, type }: WebhookEvent): boolean {
	return kind === 'message' && !NO_CONVERSATION.includes(type ?? '');
}

/** Where an event belongs. A stop is obeyed whoever answers the person. */
function outputOf({ event, isChanged, isHandedOver }: { event: WebhookEvent; isChanged: boolean; isHandedOver: boolean }): number {
	if (isChanged) return CONSENT;
	if (event.answered === true) return ANSWERED;
	if (!isConversation(event)) return OTHER;
	return isHandedOver ? HANDED_OVER : CONVERSATION;
}

type Where = Pick<OperationContext, 'n8n' | 'run'>;

/** The events as they came, for somebody to look at: what a bot may do is not known without the contact record. */
function unrouted(n8n: IExecuteFunctions, error: unknown): OperationItem[] {
	const routingError = error instanceof Error ? error.message : String(error);
	const message = `Messages left by Other without being routed: ${routingError}`;
	n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
	n8n.logger.warn(`WhatsApp Business: ${message}`, { workflowId: n8n.getWorkflow().id });
	return n8n.getInputData().map(({ json, binary }) => ({ json: { ...json, routingError }, ...(binary && { binary }), output: OTHER }));
}

async function route({ n8n, run }: Where): Promise<Array<OperationItem | Error>> {
	const store = new ContactStore(await openStore(n8n));
	const outcomes = await processConsent({ n8n, run });
	const events = n8n.getInputData().map(({ json }) => json as WebhookEvent);
	// Statuses, by far the most events, need no look-up.
	const spoken = events.filter((event) => isConversation(event) || event.kind === 'echo');
	const ids = spoken.flatMap((event) => Object.values(idsOf(event))).filter((id) => id !== '');
	const contacts = ids.length === 0 ? [] : await store.find([...new Set(ids)]);
	const now = Date.now();
	const prolonged: ContactRecord[] = [];
	const routed = outcomes.map((outcome, itemIndex): OperationItem | Error => {
		if (outcome instanceof Error) return outcome;
		const event = events[itemIndex] ?? ({} as WebhookEvent);
		const contact = contacts.find((known) => isSamePerson(known, idsOf(event)));
		if (event.kind === 'echo' && keyOfIds(idsOf(event)) !== '') {
			const hours = readNumber(n8n, { name: 'echoHours', itemIndex, fallback: 12 });
			const until = isoAfter({ hours, now });
			const before = contact ?? newContact(idsOf(event));
			const changedAt = new Date(now).toISOString();
			if (hours > 0 && until > before.handOverUntil) prolonged.push({ ...before, handOverUntil: until, changedAt });
		}
		const { isChanged, json, binary } = outcome;
		const isHandedOver = contact !== undefined && Date.parse(contact.handOverUntil) > now;
		return {
			json: {
				...json,
				...(isHandedOver
					? { handOver: { until: contact.handOverUntil, team: contact.handOverTeam, note: contact.handOverNote } }
					: {}),
			},
			...(binary === undefined ? {} : { binary }),
			output: outputOf({ event, isChanged, isHandedOver }),
		};
	});
	await store.put(prolonged);
	return routed;
}

export const routeIncoming: BatchOperation = {
	value: 'routeIncoming',
	name: 'Route Incoming Message',
	action: 'Route an incoming message',
	description:
		'The first node behind the WhatsApp Business Trigger: writes stops and starts down, keeps messages away from the bot while a person answers, and gives the rest to the conversation',
	outputs: OUTPUTS,
	failureOutput: OTHER,
	properties: [
		...consentFields,
		{
			displayName: 'Agent Messages Prolong Hand-Over by (Hours)',
			name: 'echoHours',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 8760, numberPrecision: 2 },
			default: 12,
			description:
				'How long the bot stays silent after somebody wrote to the contact in the WhatsApp Business app, also when nobody handed over before. It needs Other Events in the trigger. 0: such messages change nothing.',
		},
	],
	async executeAll({ n8n, run }) {
		const routing = route({ n8n, run });
		return await (n8n.continueOnFail() ? routing.catch((error: unknown) => unrouted(n8n, error)) : routing);
	},
};
