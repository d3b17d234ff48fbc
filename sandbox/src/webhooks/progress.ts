import { reasonToFail, reasonToFailLater } from '../rules/fate';
import type { Context } from '../context';
import type { MessageFailure, MessageStatus, StoredMessage } from '../records';
import type { State } from '../state';
import { statusBody } from './payloads';

/** Sets a message's status, tells the event stream, and sends the status webhook. */
export function setStatus(input: {
	context: Context;
	message: StoredMessage;
	status: MessageStatus;
	failure?: MessageFailure;
	/** How often the webhook goes out, 1 unless told. */
	copies?: number;
}): void {
	const { context, message, status, failure, copies } = input;
	const { state, webhooks } = context;
	message.status = status;
	message.failure = failure;
	const customer = message.customerKey === undefined ? undefined : state.customers.get(message.customerKey);
	for (const key of keysOf(state, message))
		state.events.emit('status', { key, messageId: message.id, status, error: failure });
	const { phoneNumberId } = message;
	const body = () => statusBody({ state, message, customer });
	webhooks.publish({ field: 'messages', phoneNumberId, body, lane: message.id, copies });
}

/** The customers on whose phones a message is; one `undefined` for a message to nobody on WhatsApp. */
export function keysOf(state: State, message: StoredMessage): Array<string | undefined> {
	const group = message.groupId === undefined ? undefined : state.groups.get(message.groupId);
	return group ? group.participants : [message.customerKey];
}

/** The phone has the message: `delivered` and, for a customer who looks at once, `read`. */
export function deliver(context: Context, message: StoredMessage): void {
	const { autoDeliver, autoRead } = context.state.settings;
	if (message.type === 'reaction' || message.withheld === true || !autoDeliver) return;
	setStatus({ context, message, status: 'delivered' });
	if (autoRead) setStatus({ context, message, status: 'read' });
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
	message.withheld = customer?.blocks === 'silent';
	setStatus({ context, message, status: 'sent' });
	const later = reasonToFailLater({ state, message, customer });
	if (later) setStatus({ context, message, status: 'failed', failure: later });
	else if (customer?.online !== false) deliver(context, message);
}
