import { errorTitle } from '../errors';
import { asObject, asText } from '../json';
import { LIMITS } from '../limits';
import { badReactionTarget } from '../rules/reaction';
import type { Context } from '../context';
import type { Customer, MessageFailure, MessageStatus, StoredMessage } from '../records';
import type { State } from '../state';
import { statusBody } from './payloads';

/** Sets a message's status, tells the event stream, and sends the status webhook. */
export function setStatus(input: {
	context: Context;
	message: StoredMessage;
	status: MessageStatus;
	failure?: MessageFailure;
}): void {
	const { context, message, status, failure } = input;
	const { state, webhooks } = context;
	message.status = status;
	message.failure = failure;
	const customer = message.customerKey === undefined ? undefined : state.customers.get(message.customerKey);
	for (const key of keysOf(state, message))
		state.events.emit('status', { key, messageId: message.id, status, error: failure });
	const { phoneNumberId } = message;
	const body = () => statusBody({ state, message, customer });
	webhooks.publish({ field: 'messages', phoneNumberId, body, lane: message.id });
}

/** The customers on whose phones a message is; one `undefined` for a message to nobody on WhatsApp. */
export function keysOf(state: State, message: StoredMessage): Array<string | undefined> {
	const group = message.groupId === undefined ? undefined : state.groups.get(message.groupId);
	return group ? group.participants : [message.customerKey];
}

/** True while the customer service window between this customer and this number is open (24 h, cloud-api 8). */
export function isWindowOpen(input: { state: State; customer: Customer; phoneNumberId: string }): boolean {
	const opened = input.customer.lastInbound.get(input.phoneNumberId);
	return opened !== undefined && input.state.clock.now() - opened < LIMITS.window;
}

function failure(code: number, details: string): MessageFailure {
	return { code, title: errorTitle(code), details };
}

/** A Direct Send may not use the name of a template that the business made (132021, cloud-api 1.8). */
function takenByOwnTemplate({ state, message }: { state: State; message: StoredMessage }): boolean {
	const name = message.directSend?.templateName;
	if (name === undefined) return false;
	return [...state.templates.values()].some((each) => each.name === name && each.source === undefined);
}

/** Why Meta gives up on a message that it accepted, or `undefined`. */
function reasonToFail(input: {
	state: State;
	message: StoredMessage;
	customer: Customer | undefined;
}): MessageFailure | undefined {
	const { state, message, customer } = input;
	if (message.groupId !== undefined) return undefined;
	if (!customer) return failure(131026, 'Message Undeliverable.');
	if (message.template?.category === 'MARKETING' && customer.preference === 'stop') {
		return failure(131050, 'The user turned off marketing messages from this business.');
	}
	if (message.identityKeyHash !== undefined && message.identityKeyHash !== customer.identityKeyHash)
		return failure(137000, 'The identity key hash is not the current one of the recipient.');
	if (takenByOwnTemplate({ state, message }))
		return failure(132021, 'The template name is that of a template that Direct Send did not make.');
	if (
		!message.template &&
		!message.directSend &&
		!isWindowOpen({ state, customer, phoneNumberId: message.phoneNumberId })
	) {
		return failure(
			131047,
			'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
		);
	}
	if (message.type !== 'reaction') return undefined;
	const details = badReactionTarget({ state, messageId: asText(asObject(message.content).message_id) ?? '' });
	return details === undefined ? undefined : failure(131009, details);
}

/** What happens to an accepted message: `failed`, or `sent` and, as the settings say, `delivered` and `read`. */
export function progress(context: Context, message: StoredMessage): void {
	const { state } = context;
	if (!state.settings.autoStatus) return;
	const customer = message.customerKey === undefined ? undefined : state.customers.get(message.customerKey);
	const reason = reasonToFail({ state, message, customer });
	if (reason) {
		setStatus({ context, message, status: 'failed', failure: reason });
		return;
	}
	setStatus({ context, message, status: 'sent' });
	if (message.type === 'reaction' || !state.settings.autoDeliver) return;
	setStatus({ context, message, status: 'delivered' });
	if (state.settings.autoRead) setStatus({ context, message, status: 'read' });
}
