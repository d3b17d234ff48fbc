import type { Context } from '../context';
import { newId } from '../ids';
import type { Json } from '../json';
import type { Customer, StoredMessage } from '../records';
import { countMessage } from '../traffic/rules';
import { inboundBody } from '../webhooks/payloads';
import { toPhoneMessage } from './view';
import type { PhoneMessage } from './types';

/** The business number a customer talks to: the one of the last message between the two, else the first. */
export function usualNumber(context: Context, customer: Customer): string {
	const { messages, seed } = context.state;
	return (
		messages.findLast(({ customerKey }) => customerKey === customer.key)?.phoneNumberId ??
		seed.phoneNumbers[0]?.id ??
		''
	);
}

/** A customer's message: kept, shown, sent to the app by webhook; it opens the customer service window. */
export function receive(input: {
	context: Context;
	customer: Customer;
	phoneNumberId: string;
	type: string;
	content: Json;
	contextMessageId?: string;
}): PhoneMessage {
	const { context, customer, phoneNumberId, type, content, contextMessageId } = input;
	const { state, webhooks } = context;
	const message: StoredMessage = {
		id: newId.message(),
		direction: 'inbound',
		customerKey: customer.key,
		phoneNumberId,
		at: state.clock.now(),
		type,
		content,
		contextMessageId,
		recipient: { addressedBy: 'phone' },
		status: 'delivered',
	};
	state.messages.push(message);
	countMessage(state, phoneNumberId);
	customer.lastInbound.set(phoneNumberId, message.at);
	const shown = toPhoneMessage({ state, message });
	state.events.emit('message', { key: customer.key, message: shown });
	const body = () => inboundBody({ state, message, customer });
	webhooks.publish({ field: 'messages', phoneNumberId, body, lane: customer.key });
	return shown;
}
