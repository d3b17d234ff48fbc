import type { Customer } from '../customer';
import { compact } from '../json';
import type { State } from '../state';

/** The frame of every webhook body (cloud-api 4.4); `time` is seconds. */
export function envelope(input: { state: State; field: string; value: object; time?: number }): object {
	const { state, field, value, time } = input;
	return {
		object: 'whatsapp_business_account',
		entry: [compact({ id: state.seed.wabaId, time, changes: [{ value, field }] })],
	};
}

/** `metadata` of a message-like value (cloud-api 4.4). */
export function metadata(state: State, phoneNumberId: string): object {
	const number = state.seed.phoneNumbers.find(({ id }) => id === phoneNumberId);
	return { display_phone_number: number?.displayPhoneNumber ?? '', phone_number_id: phoneNumberId };
}

/** The number as the business sees it: a hidden one only once it has used it (cloud-api 1.9). */
export function shownNumber({ phone, hiddenPhone, numberKnown }: Customer): string | undefined {
	return phone ?? (numberKnown ? hiddenPhone : undefined);
}

/** One member of `contacts[]`; the phone of a person with a username is left out, never empty (cloud-api 1.9). */
export function contact(customer: Customer, options: { username: boolean }): object {
	const username = options.username && customer.username ? `@${customer.username}` : undefined;
	return compact({
		profile: compact({ name: customer.name, username }),
		wa_id: shownNumber(customer),
		user_id: customer.userId,
	});
}
