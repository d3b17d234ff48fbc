import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { buildEnvelope } from '../../../core/message/envelope';
import { buildText } from '../../../core/message/text';
import { parseRecipient } from '../../../core/phone/recipient';
import type { WebhookEvent } from '../../../core/webhook/events';
import { graphRequest } from '../transport/graph';
import { warn } from './answer';

/** For so long one question is told to be over only once, and a second tap right after the first is let pass in silence. */
const QUIET_MS = 60_000;

const MOST_REMEMBERED = 1000;

/**
 * Questions that were answered or told to be over lately, in this process. Only politeness hangs on it: a person who taps
 * twice need not read that the question is over.
 */
const lately = new Map<string, number>();

function questionOf({ contextMessageId, replyId, flow }: WebhookEvent): string {
	return contextMessageId ?? replyId ?? flow?.token ?? '';
}

/** Notes that a question has just been answered, or told to be over. */
export function noteQuestion(event: WebhookEvent, now: number): void {
	lately.delete(questionOf(event));
	lately.set(questionOf(event), now);
	for (const [oldest] of lately) {
		if (lately.size <= MOST_REMEMBERED) break;
		lately.delete(oldest);
	}
}

/** Tells a person that the question, whose button was tapped too late, is over. What goes wrong is only logged. */
export async function tellLate(context: IWebhookFunctions, given: { event: WebhookEvent; text: string; now: number }): Promise<void> {
	const { event, text, now } = given;
	const { phoneNumberId, phone, userId, messageId } = event;
	const before = lately.get(questionOf(event));
	if (phoneNumberId === undefined || (before !== undefined && now - before < QUIET_MS)) return;
	noteQuestion(event, now);
	try {
		const body = buildEnvelope({
			recipient: parseRecipient({ value: phone ?? userId }),
			message: buildText({ body: text }),
			contextMessageId: messageId,
		});
		const path = `/${encodeURIComponent(phoneNumberId)}/messages`;
		await graphRequest(context, { method: 'POST', path, body: body as IDataObject & typeof body });
	} catch (error) {
		warn(context, `the late answer ${messageId ?? ''} could not be replied to: ${error instanceof Error ? error.message : String(error)}`);
	}
}
