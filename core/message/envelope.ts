import { Problems } from '../errors/invalidInput';
import { recipientAddress, type Recipient, type RecipientAddress } from '../phone/recipient';
import { packCallbackData } from './callbackData';
import { checkText } from './check';
import { LIMITS } from './limits';
import type { OutboundMessage } from './message';

/** The whole body of `POST /{phone-number-id}/messages` (cloud-api 1.1). */
export type MessageBody = { messaging_product: 'whatsapp' } & RecipientAddress & {
		context?: { message_id: string };
		biz_opaque_callback_data?: string;
		recipient_identity_key_hash?: string;
	} & OutboundMessage;

/**
 * Puts a built message into its envelope.
 *
 * @param input.contextMessageId the message to quote
 * @param input.callbackData text that every status of this message carries back, at most 512 characters with the key
 * @param input.idempotencyKey travels with it, so that a status tells that the message of this key was sent
 * @param input.identityKeyHash deliver only while this is the recipient's identity hash (cloud-api 1.1)
 * @throws {InvalidInput} naming `Reply To Message ID` or `Callback Data`
 */
export function buildEnvelope(input: {
	recipient: Recipient;
	message: OutboundMessage;
	contextMessageId?: string;
	callbackData?: string;
	idempotencyKey?: string;
	identityKeyHash?: string;
}): MessageBody {
	const problems = new Problems();
	const contextMessageId = checkText(problems, {
		field: 'Reply To Message ID',
		value: input.contextMessageId,
		optional: true,
	}).trim();
	const callbackData = checkText(problems, {
		field: 'Callback Data',
		value: packCallbackData({ idempotencyKey: input.idempotencyKey, own: input.callbackData ?? '' }),
		max: LIMITS.callbackData,
		optional: true,
	});
	const identityKeyHash = (input.identityKeyHash ?? '').trim();
	problems.throwIfAny();
	return {
		messaging_product: 'whatsapp',
		...recipientAddress(input.recipient),
		...(contextMessageId !== '' && { context: { message_id: contextMessageId } }),
		...(callbackData !== '' && { biz_opaque_callback_data: callbackData }),
		...(identityKeyHash !== '' && { recipient_identity_key_hash: identityKeyHash }),
		...input.message,
	};
}
