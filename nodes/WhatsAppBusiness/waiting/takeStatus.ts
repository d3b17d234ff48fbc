import type { IDataObject } from 'n8n-workflow';
import { isFrom } from '../../../core/journey/accept';
import type { WebhookEvent } from '../../../core/webhook/events';
import { failureOf } from './endings';
import type { Taken } from './receiveAnswer';
import type { StatusWait } from './waitState';

/** How far a message has come; each includes those before it, which Meta may leave out or send later. */
const PROGRESS = ['sent', 'delivered', 'read'] as const;

/** What a message that waits for its status does with an event. */
export function takeStatus(
	state: StatusWait,
	{ event, ending }: { event: WebhookEvent | undefined; ending: unknown },
): Taken {
	if (ending === 'cancelled') return {};
	if (event?.kind !== 'status') return { reason: 'otherKind' };
	if (event.messageId !== state.message.messageId) return { reason: 'otherQuestion' };
	if (!isFrom(event, state.asked)) return { reason: 'otherPerson' };
	const { outputs, message, waitFor } = state;
	const facts = { ...message, status: event.status ?? '', statusAt: event.timestamp ?? null };
	if (event.status === 'failed') return leave(outputs.failed, { ...facts, failure: { ...failureOf(event) } });
	const reached = event.status === 'played' ? 'read' : PROGRESS.find((status) => status === event.status);
	if (reached === undefined || PROGRESS.indexOf(reached) < PROGRESS.indexOf(waitFor)) return { reason: 'otherKind' };
	return leave(outputs[reached], facts);
}

function leave(output: number, json: IDataObject): Taken {
	return { leaves: { output, item: { json, pairedItem: { item: 0 } } } };
}
