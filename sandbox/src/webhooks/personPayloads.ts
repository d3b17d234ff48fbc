import { toSeconds } from '../clock';
import type { Customer } from '../customer';
import { newId } from '../ids';
import { compact } from '../json';
import type { State } from '../state';
import { contact, envelope, metadata, shownNumber } from './envelope';

/** The webhook body of "Offers and announcements" switched off or on. */
export function preferenceBody(input: { state: State; customer: Customer; phoneNumberId: string }): object {
	const { state, customer, phoneNumberId } = input;
	const preference = compact({
		wa_id: shownNumber(customer),
		user_id: customer.userId,
		detail: `User requested to ${customer.preference} marketing messages`,
		category: 'marketing_messages',
		value: customer.preference,
		timestamp: toSeconds(state.clock.now()),
	});
	const value = {
		messaging_product: 'whatsapp',
		metadata: metadata(state, phoneNumberId),
		contacts: [contact(customer, { username: true })],
		user_preferences: [preference],
	};
	return envelope({ state, field: 'user_preferences', value });
}

/** Who somebody was before the change of the number. */
export type FormerSelf = Pick<Customer, 'phone' | 'hiddenPhone' | 'numberKnown' | 'userId'>;

/**
 * The webhook body of a changed number: a system message without contacts (cloud-api 1.9). Of somebody whose number the business
 * does not see it names user IDs only.
 */
export function systemBody(input: {
	state: State;
	customer: Customer;
	former: FormerSelf;
	phoneNumberId: string;
}): object {
	const { state, customer, former, phoneNumberId } = input;
	const [before, after] = [shownNumber({ ...customer, ...former }), shownNumber(customer)];
	const visible = before !== undefined && after !== undefined;
	const system = compact({
		body: `User ${customer.name} changed from ${visible ? before : former.userId} to ${visible ? after : customer.userId}`,
		wa_id: visible ? after : undefined,
		user_id: customer.userId,
		previous_user_id: former.userId,
		type: visible ? 'user_changed_number' : 'user_changed_user_id',
	});
	const message = compact({
		from: visible ? before : undefined,
		from_user_id: visible ? former.userId : undefined,
		id: newId.message(),
		timestamp: String(toSeconds(state.clock.now())),
		type: 'system',
		system,
	});
	const value = { messaging_product: 'whatsapp', metadata: metadata(state, phoneNumberId), messages: [message] };
	return envelope({ state, field: 'messages', value });
}
