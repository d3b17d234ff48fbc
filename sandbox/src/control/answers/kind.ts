import { z } from 'zod';
import type { Context } from '../../context';
import type { Customer } from '../../customer';
import { asObject, compact, type JsonObject } from '../../json';
import { receive, type Inbound } from '../../phone/inbound';
import type { PhoneMessage } from '../../phone/types';
import { toPhoneMessage } from '../../phone/view';
import type { StoredMessage } from '../../records';
import { numberOf } from '../customer';
import { checkBody, ControlError } from '../refuse';

/** What a customer's doing comes to: a message, or what a button does without one. */
export type AnswerResult = { message: PhoneMessage } | { url: string } | { type: string; value: string; action?: string };

/** Who does something, and what exactly. */
export interface AnswerInput<T> {
	context: Context;
	customer: Customer;
	body: T;
}

/** One thing that a customer can do. Throws 400, 404 or 409. */
export interface AnswerKind {
	perform(input: AnswerInput<unknown>): AnswerResult;
}

/** A kind from the shape of its body and what it does. */
export function answerKind<T extends z.ZodTypeAny>(
	schema: T,
	run: (input: AnswerInput<z.output<T>>) => AnswerResult,
): AnswerKind {
	return { perform: ({ context, customer, body }) => run({ context, customer, body: checkBody(schema, body) }) };
}

/** Keys of everything that a customer sends without being asked. */
export const common = {
	/** ID of the message that is quoted. */
	replyTo: z.string().optional(),
	phoneNumberId: z.string().optional(),
	/** As in Meta's webhook (cloud-api 4.6). */
	referral: z.object({}).passthrough().optional(),
	forwarded: z.enum(['once', 'often']).optional(),
};

interface Common {
	replyTo?: string;
	phoneNumberId?: string;
	referral?: object;
	forwarded?: 'once' | 'often';
}

function forwardedContext(forwarded: Common['forwarded']): JsonObject | undefined {
	if (forwarded === undefined) return undefined;
	return forwarded === 'once' ? { forwarded: true } : { frequently_forwarded: true };
}

function checkMayWrite({ blocks }: Customer): void {
	if (blocks) throw new ControlError(409, 'this customer has blocked the business: unblock it first');
}

/** Sends what a customer writes on their own. Throws 400 for an unknown number, 409 when they have blocked the business. */
export function send(
	{ context, customer, body }: AnswerInput<Common>,
	what: Pick<Inbound, 'type' | 'content' | 'errors' | 'extraContext'>,
): AnswerResult {
	checkMayWrite(customer);
	const phoneNumberId = numberOf({ context, customer, asked: body.phoneNumberId });
	const extraContext = what.extraContext ?? forwardedContext(body.forwarded);
	const referral = body.referral && asObject(body.referral);
	const { replyTo: contextMessageId } = body;
	return { message: receive({ context, customer, phoneNumberId, contextMessageId, referral, ...what, extraContext }) };
}

/** The business's message that a customer answers. Throws 404 when it is not on this phone, 409 when it never arrived. */
export function askedBy({ context, customer, body }: AnswerInput<{ messageId: string }>): StoredMessage {
	const message = context.state.messages.get(body.messageId);
	if (message?.customerKey !== customer.key || message.direction !== 'outbound')
		throw new ControlError(404, `no message ${body.messageId} on this phone`);
	if (message.status === 'failed') throw new ControlError(409, 'the message never reached this phone');
	return message;
}

/** The same, of a message that has a button for one of these actions. Throws 400 when it has none. */
export function askedFor(input: AnswerInput<{ messageId: string }>, actions: readonly string[]): StoredMessage {
	const message = askedBy(input);
	const { buttons = [] } = toPhoneMessage({ state: input.context.state, message });
	if (!buttons.some(({ action = '' }) => actions.includes(action)))
		throw new ControlError(400, `the message does not ask for this: it has no button of the kind ${actions.join(' or ')}`);
	return message;
}

/** Sends the answer to a message of the business, to the number that asked. */
export function answerTo(
	{ context, customer }: AnswerInput<unknown>,
	asked: StoredMessage,
	what: Pick<Inbound, 'type' | 'content'>,
): AnswerResult {
	checkMayWrite(customer);
	const { id: contextMessageId, phoneNumberId } = asked;
	return { message: receive({ context, customer, phoneNumberId, contextMessageId, ...compact(what) }) };
}
