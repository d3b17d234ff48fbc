import { NATIVE_SOURCE } from '../../../core/consent/record';
import type { ConsentSignal } from '../../../core/consent/fromEvent';
import { buildEnvelope } from '../../../core/message/envelope';
import { buildText } from '../../../core/message/text';
import { parseRecipient } from '../../../core/phone/recipient';
import type { WebhookEvent } from '../../../core/webhook/events';
import type { OperationContext } from '../shared/operation';
import { readString } from '../shared/parameters';
import { postMessage } from '../transport/messages';

/**
 * Answers a stop or start, from the number that it was written to. The decision is written down already: that the answer
 * could not be sent is told in the item, and is no failure of it.
 */
export async function confirm(
	context: OperationContext,
	{ event, signal }: { event: WebhookEvent; signal: ConsentSignal },
): Promise<{ confirmationId: string } | { confirmationError: string } | undefined> {
	const { n8n, itemIndex } = context;
	const body = readString(n8n, { name: signal.state === 'opted_out' ? 'stopText' : 'startText', itemIndex });
	const to = event.userId ?? event.phone;
	if (body === '' || to === undefined || signal.source === NATIVE_SOURCE || event.phoneNumberId === undefined) return undefined;
	const { phoneNumberId } = event;
	const send = async () => {
		const message = buildText({ body, previewUrl: false });
		const envelope = buildEnvelope({ recipient: parseRecipient({ value: event.phone ?? to }), message });
		return await postMessage(context, { phoneNumberId, body: envelope });
	};
	return await send().then(
		({ message }) => ({ confirmationId: message.messageId }),
		(error: unknown) => ({ confirmationError: error instanceof Error ? error.message : String(error) }),
	);
}
