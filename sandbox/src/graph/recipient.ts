import { GraphError, invalidParameter, invalidValue } from '../errors';
import { asText, type JsonObject } from '../json';
import type { SeedPhoneNumber } from '../seed';
import type { Customer } from '../customer';
import type { Group } from '../records';
import type { State } from '../state';

const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Whom a send goes to. Without `customer` it is nobody on WhatsApp. */
export interface Recipient {
	/** As the business wrote it. */
	input: string;
	customer: Customer | undefined;
	waId?: string;
	userId?: string;
	/** Set when it is a group. */
	group?: Group;
	addressedBy: 'phone' | 'userId' | 'group';
}

/**
 * The forms under which a number may be registered: Brazil with and without the ninth digit, Mexico with and without
 * the 1, Argentina with and without the 9 (cloud-api 10).
 */
function forms(digits: string): string[] {
	const variants = [
		[/^55(\d{2})9(\d{8})$/, '55$1$2'],
		[/^55(\d{2})(\d{8})$/, '55$19$2'],
		[/^521(\d{10})$/, '52$1'],
		[/^52(\d{10})$/, '521$1'],
		[/^549(\d{10})$/, '54$1'],
		[/^54(\d{10})$/, '549$1'],
	] as const;
	return [
		digits,
		...variants.filter(([pattern]) => pattern.test(digits)).map(([pattern, form]) => digits.replace(pattern, form)),
	];
}

/** The customer who has this number, whichever form it is written in. */
export function findByPhone(state: State, digits: string): Customer | undefined {
	const wanted = forms(digits);
	return wanted.map((form) => state.customers.withNumber(form)).find((customer) => customer !== undefined);
}

function byUserId(state: State, userId: string): Recipient {
	if (!BSUID.test(userId)) throw invalidValue('Param recipient is not a business-scoped user ID.');
	const customer = state.customers.withUserId(userId);
	return {
		input: userId,
		customer,
		waId: customer?.username ? undefined : customer?.phone,
		userId,
		addressedBy: 'userId',
	};
}

/**
 * Meta prepends the business number's country code to digits without a plus (cloud-api 1.1); whether it does so when they
 * already start with a country code is unverified, so digits that are a known customer's are taken as they are.
 */
function byPhone(input: { state: State; sender: SeedPhoneNumber; to: string }): Recipient {
	const { state, sender, to } = input;
	if (!/^[+\-() \d]+$/.test(to)) throw invalidValue(`Param to is not a phone number: "${to}".`);
	const digits = to.replace(/\D/g, '');
	const known = findByPhone(state, digits);
	const full = known || to.trim().startsWith('+') ? digits : `${sender.countryCode}${digits}`;
	if (full.length < 7 || full.length > 15) throw invalidValue(`Param to is not a phone number: "${to}".`);
	const customer = known ?? findByPhone(state, full);
	return { input: to, customer, waId: customer?.phone ?? customer?.hiddenPhone ?? full, userId: customer?.userId, addressedBy: 'phone' };
}

function byGroup(state: State, to: string | undefined): Recipient {
	if (!to) throw invalidParameter('The parameter to is required.');
	const group = state.groups.get(to);
	if (!group) throw new GraphError({ code: 131041, details: `The group ${to} does not exist.` });
	if (group.participants.length === 0)
		throw new GraphError({ code: 131020, details: 'There is nobody in the group to message.' });
	return { input: to, customer: undefined, group, addressedBy: 'group' };
}

/**
 * Reads `to` (which wins) or `recipient`. 100: neither is there. 131009: not a number or BSUID. 131021: it is the
 * sender. 131030: `allowList` is on and the number is not in it. 131041, 131020: no such group, nobody in it.
 */
export function resolveRecipient(input: { state: State; sender: SeedPhoneNumber; body: JsonObject }): Recipient {
	const { state, sender, body } = input;
	const to = asText(body.to);
	if (body.recipient_type === 'group') return byGroup(state, to);
	const userId = asText(body.recipient);
	if (!to && !userId) throw invalidParameter('The parameter to is required.');
	const recipient = to ? byPhone({ state, sender, to }) : byUserId(state, userId ?? '');
	if (recipient.waId === sender.displayPhoneNumber)
		throw new GraphError({ code: 131021, details: 'The recipient is the sending number.' });
	const { allowList } = state.settings;
	if (allowList && !allowList.includes(recipient.waId ?? recipient.input)) {
		throw new GraphError({
			code: 131030,
			details:
				'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
		});
	}
	return recipient;
}
