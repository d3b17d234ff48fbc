import type { IWebhookFunctions } from 'n8n-workflow';
import { decodeReference, type Reference } from '../../../core/journey/reference';
import { objectOf, textOf } from '../../../core/shared/json';
import type { WebhookEvent } from '../../../core/webhook/events';
import { resumeWait, type Resumed } from '../waiting/resume';
import { warn } from './answer';

/** An event that leads back to an execution that waits, or once did. */
interface Reply {
	event: WebhookEvent;
	reference: Reference;
}

/** The reference that an answer brings along: a tapped button's or row's ID, a quick reply's payload, a Flow's token. */
function referenceOf(event: WebhookEvent): Reference | undefined {
	if (event.kind !== 'message') return undefined;
	return decodeReference(event.replyId ?? event.flow?.token);
}

/**
 * Passes answers on to the executions that wait for them, and gives the events that remain for this workflow. What
 * answered a question, or came too late to, is consumed; what could not be passed on remains, so that nothing is lost.
 */
export async function forwardAnswers(context: IWebhookFunctions, events: WebhookEvent[]): Promise<WebhookEvent[]> {
	const replies = events.flatMap((event): Reply[] => {
		const reference = referenceOf(event);
		return reference === undefined ? [] : [{ event, reference }];
	});
	if (replies.length === 0) return events;
	const settings = objectOf(context.getNodeParameter('settings', {}));
	const waitingUrl = waitingUrlOf(context, textOf(settings.internalBaseUrl));
	const consumed = new Set<WebhookEvent>();
	await Promise.all(
		replies.map(async ({ event, reference }) => {
			const resumed = await resumeWait(context, { waitingUrl, reference, event });
			if (isConsumed(context, { resumed, event }) && settings.startOnAnswers !== true) consumed.add(event);
		}),
	);
	return events.filter((event) => !consumed.has(event));
}

/**
 * Where this n8n takes answers for waiting executions: the public address, or the operator's internal one with the same
 * path, since the path is part of what n8n signs.
 */
export function waitingUrlOf(context: IWebhookFunctions, internalBaseUrl: string | undefined): string {
	// A trigger has no execution yet, so that n8n fills in a placeholder (n8n-core, get-additional-keys.js).
	const placeholder = String(context.evaluateExpression('{{ $execution.resumeUrl }}'));
	const publicUrl = placeholder.replace(/\/[^/]*$/, '');
	if (internalBaseUrl === undefined) return publicUrl;
	return `${internalBaseUrl.trim().replace(/\/+$/, '')}${new URL(publicUrl).pathname}`;
}

function isConsumed(context: IWebhookFunctions, { resumed, event }: { resumed: Resumed; event: WebhookEvent }): boolean {
	switch (resumed.outcome) {
		case 'unreachable':
			warn(
				context,
				`the answer ${event.messageId ?? ''} could not be passed on to its execution (${resumed.detail ?? ''}). Set Internal Base URL in the options of the trigger if this n8n cannot reach its own public address.`,
			);
			return false;
		case 'forged':
			warn(context, `the answer ${event.messageId ?? ''} names an execution that this n8n did not sign`);
			return false;
		default:
			return true;
	}
}
