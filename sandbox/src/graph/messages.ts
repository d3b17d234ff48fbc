import { GraphError, invalidParameter, invalidValue, missing } from '../errors';
import { newId } from '../ids';
import { asObject, asText, compact } from '../json';
import { toPhoneMessage } from '../phone/view';
import { buttonsOf } from '../rules/template/components';
import { asksToCall, checkMessage, type CheckedMessage } from '../rules/message';
import { answerAd, isWindowOpen } from '../rules/window';
import { LIMITS } from '../limits';
import type { SeedPhoneNumber } from '../seed';
import type { StoredMessage } from '../records';
import type { State } from '../state';
import { checkPair, checkThroughput, countMessage, countPair } from '../traffic/rules';
import { keysOf, progress } from '../webhooks/progress';
import type { Handler, HandlerInput, HandlerResult } from './call';
import { keepDirectSend } from './directSend';
import { checkMarketingEndpoint, checkMarketingOnCloudApi, marketingCategory } from './marketing';
import { resolveRecipient, type Recipient } from './recipient';

function senderOf(state: State, id: string): SeedPhoneNumber {
	const sender = state.seed.phoneNumbers.find((each) => each.id === id);
	if (!sender) throw new GraphError({ code: 133010 });
	return sender;
}

/** Read receipt, with or without the typing indicator (cloud-api 1.6). */
function markRead({ context, call, id }: HandlerInput): HandlerResult {
	const { state } = context;
	const messageId = asText(call.body.message_id);
	if (call.body.status !== 'read') throw invalidValue('Param status must be "read".');
	if (!messageId) throw missing('The parameter message_id is required.');
	const typing = call.body.typing_indicator;
	if (typing !== undefined && asObject(typing).type !== 'text')
		throw invalidValue('Param typing_indicator[\'type\'] must be "text".');
	const message = state.messages.get(messageId);
	if (message?.direction !== 'inbound' || message.phoneNumberId !== id)
		throw invalidValue('Param message_id is not the ID of a received message.');
	for (const earlier of state.messages.on(message.customerKey ?? '')) {
		const same = earlier.direction === 'inbound' && earlier.phoneNumberId === id;
		if (same && earlier.at <= message.at) earlier.status = 'read';
	}
	state.events.emit('status', { key: message.customerKey, messageId, status: 'read' });
	return { json: { success: true } };
}

/** One-tap, zero-tap and copy-code authentication templates need a phone number (cloud-api 1.9). */
function checkAuthenticationRecipient(message: CheckedMessage, recipient: Recipient): void {
	const oneTimePassword = buttonsOf(message.template?.components ?? []).some(({ type }) => type === 'OTP');
	if (recipient.addressedBy === 'userId' && oneTimePassword) {
		throw new GraphError({
			code: 131062,
			details: 'Authentication templates with a one-time password button need a phone number in to.',
		});
	}
}

/** One request of permission to call per 24 h and two per 7 days to a user (138009, cloud-api 1.4). */
function checkCallPermission(input: { state: State; message: CheckedMessage; recipient: Recipient }): void {
	const { state, message, recipient } = input;
	if (!asksToCall(message)) return;
	const { perDay, perWeek, week } = LIMITS.callPermission;
	const ages = state.messages
		.on(recipient.customer?.key ?? '')
		.filter((each) => each.direction === 'outbound' && asksToCall(each))
		.map(({ at }) => state.clock.now() - at);
	const today = ages.filter((age) => age < LIMITS.window).length;
	if (today >= perDay || ages.filter((age) => age < week).length >= perWeek)
		throw new GraphError({ code: 138009, details: 'The user was asked once in 24 hours or twice in 7 days.' });
}

function answer(recipient: Recipient, message: StoredMessage): object {
	const ids = {
		phone: { wa_id: recipient.waId },
		userId: { user_id: recipient.userId },
		group: {},
	};
	return {
		messaging_product: 'whatsapp',
		contacts: [{ input: recipient.input, ...ids[recipient.addressedBy] }],
		messages: [
			compact({
				id: message.id,
				group_id: message.groupId,
				message_status: message.template ? 'accepted' : undefined,
			}),
		],
	};
}

/**
 * Whom the business has blocked it cannot write to. That it gets an error is Meta's word; the code and that the call itself is refused
 * are unverified.
 */
function checkBlockList({ context, id }: HandlerInput, { customer }: Recipient): void {
	if (customer && context.state.blockLists.get(id)?.keys.has(customer.key))
		throw new GraphError({ code: 131026, details: 'The business has blocked this user.' });
}

/** How the two stand when the message is sent: a hidden number that is used is known from now on. */
function standing({ context, id }: HandlerInput, recipient: Recipient): Partial<StoredMessage> {
	const { customer, addressedBy } = recipient;
	if (!customer) return {};
	if (addressedBy === 'phone' && customer.hiddenPhone !== undefined) customer.numberKnown = true;
	const pair = { state: context.state, customer, phoneNumberId: id };
	return { inWindow: isWindowOpen(pair), freeEntryPoint: answerAd(pair) };
}

/** Keeps an accepted message and answers; the phone, and the statuses by webhook, follow once the answer is out. */
function accept(
	input: HandlerInput,
	recipient: Recipient,
	checked: CheckedMessage & { pricingCategory?: string },
): HandlerResult {
	const { context, id } = input;
	const { state, counters } = context;
	const message: StoredMessage = {
		...checked,
		template: checked.template && { ...checked.template },
		id: newId.message(),
		direction: 'outbound',
		customerKey: recipient.customer?.key,
		groupId: recipient.group?.id,
		phoneNumberId: id,
		at: state.clock.now(),
		...standing(input, recipient),
		recipient: { waId: recipient.waId, userId: recipient.userId, addressedBy: recipient.addressedBy },
		status: 'accepted',
	};
	const keys = keysOf(state, message);
	state.messages.add(message, keys);
	counters.add('messagesAccepted');
	countMessage(state, id);
	countPair({ state, phoneNumberId: id, recipient: recipientKey(recipient) });
	return {
		json: answer(recipient, message),
		afterwards: () => {
			// To draw a message costs more than to take it, and most of the time nobody looks.
			const watched = state.events.listenerCount('message') > 0;
			for (const key of keys) state.events.emit('arrived', key);
			for (const key of watched ? keysOf(state, message) : [])
				if (key !== undefined) state.events.emit('message', { key, message: toPhoneMessage({ state, message }) });
			progress(context, message);
		},
	};
}

/** Whom the pair limit means: a person, whatever the form of the address. */
function recipientKey({ customer, input }: Recipient): string {
	return customer?.key ?? input;
}

/** What the traffic rules say before the message is looked at; then whom it goes to. */
function recipientOf(input: HandlerInput): Recipient {
	const { context, call, id } = input;
	const { state } = context;
	const sender = senderOf(state, id);
	checkThroughput(state, id);
	const recipient = resolveRecipient({ state, sender, body: call.body });
	checkBlockList(input, recipient);
	checkPair({ state, phoneNumberId: id, recipient: recipientKey(recipient) });
	return recipient;
}

function requireProduct({ call }: HandlerInput): void {
	if (call.body.messaging_product !== 'whatsapp')
		throw invalidParameter('The parameter messaging_product is required and must be "whatsapp".');
}

/** `POST /{phone-number-id}/messages` (cloud-api 1): accepts, answers, and lets the statuses follow by webhook. */
export const postMessage: Handler = (input) => {
	const { context, call } = input;
	const { state } = context;
	requireProduct(input);
	if (call.body.status !== undefined) return markRead(input);
	const recipient = recipientOf(input);
	const message = checkMessage({ state, body: call.body, group: recipient.group });
	checkMarketingOnCloudApi({ state, message });
	checkAuthenticationRecipient(message, recipient);
	checkCallPermission({ state, message, recipient });
	if (message.directSend) keepDirectSend({ state, message });
	return accept(input, recipient, { ...message, pricingCategory: message.directSend?.category });
};

/** `POST /{phone-number-id}/marketing_messages` (cloud-api 1.7): marketing templates only. */
export const postMarketingMessage: Handler = (input) => {
	const { context, call } = input;
	const { state } = context;
	requireProduct(input);
	const recipient = recipientOf(input);
	const message = checkMessage({ state, body: call.body, group: recipient.group, marketing: true });
	checkMarketingEndpoint({ state, message, version: call.version });
	return accept(input, recipient, { ...message, pricingCategory: marketingCategory(state) });
};
