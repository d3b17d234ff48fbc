import { GraphError, invalidParameter, invalidValue, missing } from '../errors';
import { newId } from '../ids';
import { asObject, asText, compact } from '../json';
import { toPhoneMessage } from '../phone/view';
import { buttonsOf } from '../rules/template/components';
import { checkMessage, type CheckedMessage } from '../rules/message';
import type { SeedPhoneNumber } from '../seed';
import type { StoredMessage } from '../records';
import type { State } from '../state';
import { progress } from '../webhooks/progress';
import type { Handler, HandlerInput, HandlerResult } from './call';
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
	const message = state.messages.find(
		(each) => each.id === messageId && each.direction === 'inbound' && each.phoneNumberId === id,
	);
	if (!message) throw invalidValue('Param message_id is not the ID of a received message.');
	for (const earlier of state.messages) {
		const same =
			earlier.direction === 'inbound' && earlier.customerKey === message.customerKey && earlier.phoneNumberId === id;
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

function answer(recipient: Recipient, message: StoredMessage): object {
	const contact = recipient.addressedBy === 'phone' ? { wa_id: recipient.waId } : { user_id: recipient.userId };
	return {
		messaging_product: 'whatsapp',
		contacts: [{ input: recipient.input, ...contact }],
		messages: [compact({ id: message.id, message_status: message.template ? 'accepted' : undefined })],
	};
}

/** `POST /{phone-number-id}/messages` (cloud-api 1): accepts, answers, and lets the statuses follow by webhook. */
export const postMessage: Handler = (input) => {
	const { context, call, id } = input;
	const { state } = context;
	if (call.body.messaging_product !== 'whatsapp')
		throw invalidParameter('The parameter messaging_product is required and must be "whatsapp".');
	if (call.body.status !== undefined) return markRead(input);
	const sender = senderOf(state, id);
	const recipient = resolveRecipient({ state, sender, body: call.body });
	const checked = checkMessage({ state, body: call.body });
	checkAuthenticationRecipient(checked, recipient);
	const message: StoredMessage = {
		...checked,
		template: checked.template && { ...checked.template },
		id: newId.message(),
		direction: 'outbound',
		customerKey: recipient.customer?.key,
		phoneNumberId: id,
		at: state.clock.now(),
		recipient: { waId: recipient.waId, userId: recipient.userId, addressedBy: recipient.addressedBy },
		status: 'accepted',
	};
	state.messages.push(message);
	return {
		json: answer(recipient, message),
		afterwards: () => {
			if (message.customerKey !== undefined)
				state.events.emit('message', { key: message.customerKey, message: toPhoneMessage({ state, message }) });
			progress(context, message);
		},
	};
};
