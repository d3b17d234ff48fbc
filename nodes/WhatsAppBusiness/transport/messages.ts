import type { IDataObject } from 'n8n-workflow';
import type { MessageBody } from '../../../core/message/envelope';
import { graphRequest, type GraphContext } from './graph';

/** What Meta said about a message it accepted (cloud-api 1.2). Accepted is not delivered: failures come by webhook. */
export interface SentMessage extends IDataObject {
	messageId: string;
	/** The recipient as it was sent. */
	to: string;
}

function firstObject(value: unknown): IDataObject {
	const first: unknown = Array.isArray(value) ? value[0] : undefined;
	return typeof first === 'object' && first !== null ? (first as IDataObject) : {};
}

function present(data: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== ''));
}

/** Sends one message body (see `buildEnvelope`) from a phone number. */
export async function postMessage(
	context: GraphContext,
	message: { phoneNumberId: string; body: MessageBody },
): Promise<SentMessage> {
	const answer = await graphRequest(context, {
		method: 'POST',
		path: `/${encodeURIComponent(message.phoneNumberId)}/messages`,
		body: message.body,
	});
	const contact = firstObject(answer.contacts);
	const sent = firstObject(answer.messages);
	return {
		messageId: String(sent.id ?? ''),
		to: String(contact.input ?? ('to' in message.body ? message.body.to : message.body.recipient)),
		...present({
			waId: contact.wa_id,
			userId: contact.user_id,
			messageStatus: sent.message_status,
			groupId: sent.group_id,
		}),
		phoneNumberId: message.phoneNumberId,
	};
}
