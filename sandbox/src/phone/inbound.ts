import type { Context } from '../context';
import type { Customer } from '../customer';
import { newId } from '../ids';
import type { Json, JsonObject } from '../json';
import type { StoredMessage } from '../records';
import { enterByAd } from '../rules/window';
import { countMessage } from '../traffic/rules';
import { inboundBody } from '../webhooks/payloads';
import { toPhoneMessage } from './view';
import type { PhoneMessage } from './types';

/** The business number a customer talks to: the one of the last message between the two, else the first. */
export function usualNumber(context: Context, customer: Customer): string {
	const { messages, seed } = context.state;
	const last = messages.on(customer.key).findLast(({ customerKey }) => customerKey === customer.key);
	return last?.phoneNumberId ?? seed.phoneNumbers[0]?.id ?? '';
}

/** A customer's message before it is sent. */
export interface Inbound {
	context: Context;
	customer: Customer;
	phoneNumberId: string;
	type: string;
	content: Json;
	/** The message that it quotes. */
	contextMessageId?: string;
	/** What `context` says besides: forwarded, a product. */
	extraContext?: JsonObject;
	/** The advertisement that led here. */
	referral?: JsonObject;
	errors?: JsonObject[];
}

/** A customer whom the business has blocked on that number writes to nobody. */
function isBlocked({ context, customer, phoneNumberId }: Inbound): boolean {
	return context.state.blockLists.get(phoneNumberId)?.keys.has(customer.key) ?? false;
}

/** What a customer's message opens: the customer service window, and by an advertisement the way to a free entry point. */
function openWindows({ context: { state }, customer, phoneNumberId, referral }: Inbound): void {
	customer.lastInbound.set(phoneNumberId, state.clock.now());
	if (referral) enterByAd({ state, customer, phoneNumberId });
}

/**
 * A customer's message: kept, shown, sent to the app by webhook; it opens the customer service window. Of a customer whom the
 * business has blocked it stays on the phone, with one tick.
 */
export function receive(input: Inbound): PhoneMessage {
	const { context, customer, phoneNumberId, type, content, contextMessageId, extraContext, referral, errors } = input;
	const { state, webhooks } = context;
	const blocked = isBlocked(input);
	const message: StoredMessage = {
		id: newId.message(),
		direction: 'inbound',
		customerKey: customer.key,
		phoneNumberId,
		at: state.clock.now(),
		type,
		content,
		contextMessageId,
		context: extraContext,
		referral,
		errors,
		recipient: { addressedBy: 'phone' },
		status: blocked ? 'sent' : 'delivered',
	};
	state.messages.add(message, [customer.key]);
	state.events.emit('arrived', customer.key);
	const shown = toPhoneMessage({ state, message });
	state.events.emit('message', { key: customer.key, message: shown });
	if (blocked) return shown;
	countMessage(state, phoneNumberId);
	openWindows(input);
	const body = () => inboundBody({ state, message, customer });
	webhooks.publish({ field: 'messages', phoneNumberId, body, lane: customer.key });
	return shown;
}
