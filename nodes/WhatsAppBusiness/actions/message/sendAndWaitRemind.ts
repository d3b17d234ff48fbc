import { buildText } from '../../../../core/message/text';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { canReceiveText } from '../../waiting/openWindow';
import { park } from '../../waiting/park';
import { replyReference } from '../../waiting/resumeReference';
import { keptWaitState, type ReplyWait } from '../../waiting/waitState';
import { marksOf, timedOutItem } from './sendAndWaitAsk';
import { readQuestion } from './sendAndWaitQuestion';
import { readReminder, type Reminder } from './sendAndWaitReminder';
import { sendMarked } from './sendAndWaitSend';
import type { MessagePlan } from './sendMessage';

function hint({ n8n }: OperationContext, message: string): void {
	n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
	n8n.logger.warn(`WhatsApp Business: ${message}`, { workflowId: n8n.getWorkflow().id });
}

function reminderOf(context: OperationContext, { question, until }: ReplyWait): Reminder | undefined {
	return readReminder(context, { now: new Date(question.askedAt), until: new Date(until) });
}

/** The question once more under its own reference, or a text that quotes it. */
async function planOf(context: OperationContext, state: ReplyWait): Promise<MessagePlan> {
	const text = reminderOf(context, state)?.text;
	if (text !== undefined) return { build: () => buildText({ body: text }) };
	const question = await readQuestion(context);
	return question.plan(marksOf(replyReference(context.n8n, state.nonce), question));
}

async function sendReminder(context: OperationContext, state: ReplyWait): Promise<void> {
	const isTemplate = state.question.type === 'template' && reminderOf(context, state)?.text === undefined;
	if (!isTemplate && !(await canReceiveText(context.n8n, { asked: state.rules.asked, now: Date.now() }))) {
		hint(context, 'No reminder was sent: the 24 hours after the last message of the person are over.');
		return;
	}
	const plan = await planOf(context, state);
	const { token } = marksOf(replyReference(context.n8n, state.nonce), { choices: [] });
	const sent = await sendMarked(context, { plan, callbackData: token });
	if ('failure' in sent) hint(context, `The reminder was not taken by Meta: ${sent.failure.title ?? 'no reason given'}.`);
}

/** The second leg of a wait: reminds, and waits on to the end. A reminder that fails ends nothing. */
export async function remind(context: OperationContext, nonce: string): Promise<OperationItem[]> {
	const { n8n } = context;
	const state = keptWaitState(n8n);
	// The node asks anew in the meantime, in a loop: this leg belongs to a question of the past.
	if (state?.kind !== 'reply' || state.nonce !== nonce) return [];
	await sendReminder(context, state).catch((error: unknown) =>
		hint(context, `The reminder failed: ${error instanceof Error ? error.message : String(error)}`),
	);
	await park(n8n, { until: new Date(state.until), outputs: state.outputs.count, timedOut: timedOutItem(state) });
	return [];
}
