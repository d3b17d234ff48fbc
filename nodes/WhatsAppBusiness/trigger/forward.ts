import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { decodeReference, splitCallbackData, type Reference } from '../../../core/journey/reference';
import { defined } from '../../../core/shared/defined';
import { objectOf, textOf } from '../../../core/shared/json';
import type { WebhookEvent } from '../../../core/webhook/events';
import { callbackDataOf } from '../../../core/webhook/statuses';
import { RESUME_URL, resumeWait, waitingUrlOf, type Resumed } from '../waiting/resume';
import { warn } from './answer';
import { noteQuestion, tellLate } from './forwardLate';

/** An event that leads back to an execution that waits, or once did. */
interface Lead {
	event: WebhookEvent;
	reference: Reference;
}

/** How far a message has come; a wait for a status names in its reference from which on it is to be told. */
const PROGRESS = ['sent', 'delivered', 'read'];

/**
 * The reference that an event brings along: a tapped button's or row's ID, a quick reply's payload, a Flow's token, or the
 * callback data of a status that somebody waits for.
 */
function referenceOf(event: WebhookEvent): Reference | undefined {
	if (event.kind === 'message') return decodeReference(event.replyId ?? event.flow?.token);
	if (event.kind !== 'status') return undefined;
	const reference = splitCallbackData(event.callbackData)?.reference;
	if (reference === undefined || event.status === 'failed') return reference;
	const { by, option = 0 } = reference;
	const progress = event.status === 'played' ? PROGRESS.length : PROGRESS.indexOf(event.status ?? '');
	return by === 'token' && progress >= option ? reference : undefined;
}

/**
 * Passes answers and statuses on to the executions that wait for them, and gives the events that remain for this workflow.
 * An answer, also one that came too late, is consumed; what could not be passed on remains, so that nothing is lost, and
 * so do statuses.
 */
export async function forwardAnswers(context: IWebhookFunctions, events: WebhookEvent[]): Promise<WebhookEvent[]> {
	const leads = events.flatMap((event): Lead[] => {
		const reference = referenceOf(event);
		return reference === undefined ? [] : [{ event, reference }];
	});
	if (leads.length === 0) return events.map(withOwnCallbackData);
	const settings = objectOf(context.getNodeParameter('settings', {}));
	const waitingUrl = waitingUrlOf(context.evaluateExpression(RESUME_URL), settings);
	const consumed = new Set<WebhookEvent>();
	await Promise.all(
		leads.map(async ({ event, reference }) => {
			const resumed = await resumeWait(context, { waitingUrl, reference, event });
			const isDone = isPassedOn(context, { resumed, event });
			if (event.kind === 'message') await beKind(context, { resumed, event, text: textOf(settings.lateAnswerText) });
			if (!isDone || event.kind !== 'message') return;
			if (settings.startOnAnswers === true) event.answered = true;
			else consumed.add(event);
		}),
	);
	return events.filter((event) => !consumed.has(event)).map(withOwnCallbackData);
}

/** A status without our reference, which means nothing to a workflow. */
function withOwnCallbackData(event: WebhookEvent): WebhookEvent {
	const found = event.kind === 'status' ? splitCallbackData(event.callbackData) : undefined;
	if (found === undefined) return event;
	return defined<WebhookEvent>({ ...event, callbackData: callbackDataOf(found.own) });
}

/** A person whose answer comes too late gets a word, if the operator wrote one. */
async function beKind(
	context: IWebhookFunctions,
	{ resumed, event, text }: { resumed: Resumed; event: WebhookEvent; text: string | undefined },
): Promise<void> {
	const now = Date.now();
	if (resumed.outcome === 'accepted' || resumed.outcome === 'taken') noteQuestion(event, now);
	if (resumed.outcome === 'over' && text !== undefined) await tellLate(context, { event, text, now });
}

/** Whether the event has come to where it belongs; if not, n8n's log says why. */
export function isPassedOn(
	context: IWebhookFunctions | IExecuteFunctions,
	{ resumed, event }: { resumed: Resumed; event: WebhookEvent },
): boolean {
	const what = `${event.kind === 'status' ? 'the status' : 'the answer'} ${event.messageId ?? ''}`;
	switch (resumed.outcome) {
		case 'unreachable':
			warn(
				context,
				`${what} could not be passed on to the execution that waits for it (${resumed.detail ?? ''}). Set Internal Base URL in the options of the trigger if this n8n cannot reach its own public address.`,
			);
			return false;
		case 'forged':
			warn(context, `${what} names an execution that this n8n did not sign`);
			return false;
		default:
			return true;
	}
}
