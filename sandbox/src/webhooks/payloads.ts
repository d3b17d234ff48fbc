import { toSeconds } from '../clock';
import { compact, type JsonObject } from '../json';
import type { Customer } from '../customer';
import type { Group, StoredMessage, Template } from '../records';
import type { State } from '../state';
import { contact, envelope, metadata, shownNumber } from './envelope';

function pricing(message: StoredMessage): object {
	if (message.freeEntryPoint)
		return { billable: false, pricing_model: 'PMP', type: 'free_entry_point', category: 'referral_conversion' };
	const category = message.pricingCategory ?? message.template?.category.toLowerCase() ?? 'service';
	return message.template || message.directSend
		? { billable: true, pricing_model: 'PMP', type: 'regular', category }
		: { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category };
}

/** Statuses name the conversation within a free entry point only (cloud-api 4.7). */
function conversation({ freeEntryPoint }: StoredMessage): object | undefined {
	if (!freeEntryPoint) return undefined;
	return {
		id: freeEntryPoint.conversationId,
		expiration_timestamp: String(toSeconds(freeEntryPoint.until)),
		origin: { type: 'referral_conversion' },
	};
}

/** One member of `statuses[]` per participant for `delivered` and `read` in a group, as Meta aggregates them. */
function groupStatusBody(state: State, message: StoredMessage, group: Group): object {
	const { status } = message;
	const people = group.participants.map((key) => state.customers.get(key)).filter((each) => each !== undefined);
	const entry = {
		id: message.id,
		status,
		timestamp: String(toSeconds(state.clock.now())),
		recipient_id: group.id,
		recipient_type: 'group',
	};
	const callback = compact({ biz_opaque_callback_data: message.callbackData });
	const statuses = people.map((each) =>
		compact({
			...entry,
			recipient_participant_id: shownNumber(each),
			recipient_participant_user_id: each.userId,
			...callback,
		}),
	);
	const one = status === 'sent' || status === 'failed';
	const value = compact({
		messaging_product: 'whatsapp',
		metadata: metadata(state, message.phoneNumberId),
		contacts: one ? undefined : people.map((each) => contact(each, { username: true })),
		statuses: one ? [{ ...entry, ...callback }] : statuses,
	});
	return envelope({ state, field: 'messages', value });
}

/** The webhook body of a status (cloud-api 4.7): `failed` has no contacts, `sent` no username, `read` no pricing. */
export function statusBody(input: { state: State; message: StoredMessage; customer: Customer | undefined }): object {
	const { state, message, customer } = input;
	const { status, failure, recipient } = message;
	const group = message.groupId === undefined ? undefined : state.groups.get(message.groupId);
	if (group) return groupStatusBody(state, message, group);
	const failed = status === 'failed';
	const entry = compact({
		id: message.id,
		status,
		timestamp: String(toSeconds(state.clock.now())),
		recipient_id: recipient.waId,
		recipient_user_id: failed && recipient.addressedBy === 'phone' ? undefined : recipient.userId,
		...(status === 'sent' || status === 'delivered'
			? { conversation: conversation(message), pricing: pricing(message) }
			: {}),
		errors: failure && [
			{
				code: failure.code,
				title: failure.title,
				message: failure.title,
				error_data: { details: failure.details },
				href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
			},
		],
		biz_opaque_callback_data: message.callbackData,
	});
	const value = compact({
		messaging_product: 'whatsapp',
		metadata: metadata(state, message.phoneNumberId),
		contacts: failed || !customer ? undefined : [contact(customer, { username: status !== 'sent' })],
		statuses: [entry],
	});
	return envelope({ state, field: 'messages', value });
}

/** What a customer's message says of the one that it quotes, and of its own past. */
function inboundContext(state: State, { context, contextMessageId: id, phoneNumberId }: StoredMessage): object | undefined {
	if (id === undefined) return context;
	const number = state.seed.phoneNumbers.find((each) => each.id === phoneNumberId);
	return { from: number?.displayPhoneNumber, id, ...context };
}

/** The webhook body of a message from a customer (cloud-api 4.6). */
export function inboundBody(input: { state: State; message: StoredMessage; customer: Customer }): object {
	const { state, message, customer } = input;
	const entry = compact({
		from: shownNumber(customer),
		from_user_id: customer.userId,
		id: message.id,
		timestamp: String(toSeconds(message.at)),
		type: message.type,
		group_id: message.groupId,
		// An unsupported message has errors and, only at times, content.
		[message.type]: message.content ?? undefined,
		errors: message.errors,
		referral: message.referral,
		context: inboundContext(state, message),
	});
	const value = {
		messaging_product: 'whatsapp',
		metadata: metadata(state, message.phoneNumberId),
		contacts: [contact(customer, { username: true })],
		messages: [entry],
	};
	return envelope({ state, field: 'messages', value });
}

/** The webhook body of a review's outcome. */
export function templateStatusBody(input: { state: State; template: Template }): object {
	const { state, template } = input;
	const time = toSeconds(state.clock.now());
	const extras: JsonObject = {};
	if (template.status === 'REJECTED') {
		extras.rejection_info = {
			reason: template.rejectedReason,
			recommendation: 'Change the template and submit it again.',
		};
	}
	if (template.status === 'PAUSED')
		extras.other_info = { title: 'FIRST_PAUSE', description: 'Paused for 3 hours because of feedback.' };
	if (template.status === 'DISABLED') extras.disable_info = { disable_date: time };
	const value = {
		message_template_id: Number(template.id),
		message_template_name: template.name,
		message_template_language: template.language,
		event: template.status,
		reason: template.status === 'REJECTED' ? template.rejectedReason : 'NONE',
		message_template_category: template.category,
		...extras,
	};
	return envelope({ state, field: 'message_template_status_update', value, time });
}
