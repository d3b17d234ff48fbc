import type { Customer } from '../customer';
import { errorTitle } from '../errors';
import { asObject, asText } from '../json';
import { LIMITS } from '../limits';
import type { MessageFailure, StoredMessage } from '../records';
import type { State } from '../state';
import { badReactionTarget } from './reaction';
import { isWindowOpen } from './window';

interface Delivery {
	state: State;
	message: StoredMessage;
	customer: Customer;
}

function failure(code: number, details: string): MessageFailure {
	return { code, title: errorTitle(code), details };
}

function isMarketing({ template }: StoredMessage): boolean {
	return template?.category === 'MARKETING';
}

/** Why a marketing template does not arrive: the customer's choice (131050), Meta's pause or its limit per person (131049). */
function marketingReason({ state, message, customer }: Delivery): MessageFailure | undefined {
	if (!isMarketing(message)) return undefined;
	if (customer.preference === 'stop')
		return failure(131050, 'The user turned off marketing messages from this business.');
	if (state.settings.usMarketingPause && message.recipient.waId?.startsWith('1') === true)
		return failure(131049, 'Marketing templates are not delivered to numbers of the United States.');
	const most = customer.marketingPerDay ?? state.settings.marketingPerDay;
	if (most === null || message.inWindow === true) return undefined;
	const since = message.at - LIMITS.marketingDay;
	const got = state.messages
		.on(customer.key)
		.filter((each) => each !== message && each.at > since && isMarketing(each) && each.inWindow !== true)
		.filter(({ direction, status }) => direction === 'outbound' && status !== 'failed' && status !== 'accepted');
	if (got.length < most) return undefined;
	return failure(131049, 'This message was not delivered to maintain healthy ecosystem engagement.');
}

/** A Direct Send may not use the name of a template that the business made (132021, cloud-api 1.8). */
function takenByOwnTemplate({ state, message }: Delivery): boolean {
	const name = message.directSend?.templateName;
	if (name === undefined) return false;
	return [...state.templates.values()].some((each) => each.name === name && each.source === undefined);
}

function needsWindow({ template, directSend }: StoredMessage): boolean {
	return template === undefined && directSend === undefined;
}

/** The failure that a test has planned for this customer's next messages. */
function plannedReason({ customer }: Delivery, after: 'accepted' | 'sent'): MessageFailure | undefined {
	const planned = customer.failures.find((each) => each.after === after);
	if (!planned) return undefined;
	planned.times -= 1;
	customer.failures = customer.failures.filter(({ times }) => times > 0);
	const { code, title = errorTitle(code), details = title } = planned;
	return { code, title, details };
}

function ownReason(delivery: Delivery): MessageFailure | undefined {
	const { state, message, customer } = delivery;
	// What Meta says then is unverified; its page only tells that the message is not delivered (errors.csv, 131026).
	if (customer.blocks === 'undeliverable') return failure(131026, 'Message Undeliverable.');
	const marketing = marketingReason(delivery);
	if (marketing) return marketing;
	if (message.identityKeyHash !== undefined && message.identityKeyHash !== customer.identityKeyHash)
		return failure(137000, 'The identity key hash is not the current one of the recipient.');
	if (takenByOwnTemplate(delivery))
		return failure(132021, 'The template name is that of a template that Direct Send did not make.');
	if (needsWindow(message) && !isWindowOpen({ state, customer, phoneNumberId: message.phoneNumberId }))
		return failure(
			131047,
			'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
		);
	if (message.type !== 'reaction') return undefined;
	const details = badReactionTarget({ state, messageId: asText(asObject(message.content).message_id) ?? '' });
	return details === undefined ? undefined : failure(131009, details);
}

/** Why Meta gives up on a message that it accepted, or `undefined`. A failure that a test planned comes after Meta's own. */
export function reasonToFail(input: {
	state: State;
	message: StoredMessage;
	customer: Customer | undefined;
}): MessageFailure | undefined {
	const { state, message, customer } = input;
	if (message.groupId !== undefined) return undefined;
	if (!customer) return failure(131026, 'Message Undeliverable.');
	const delivery = { state, message, customer };
	return ownReason(delivery) ?? plannedReason(delivery, 'accepted');
}

/** Why a message fails that was sent already: only because a test planned it. */
export function reasonToFailLater(input: {
	state: State;
	message: StoredMessage;
	customer: Customer | undefined;
}): MessageFailure | undefined {
	const { state, message, customer } = input;
	return customer && plannedReason({ state, message, customer }, 'sent');
}
