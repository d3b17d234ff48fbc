import { buildText } from '../../../../core/message/text';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { isReminderDue } from '../../waiting/reminderDue';
import { replyReference } from '../../waiting/resumeReference';
import { keptWaitState, type ReplyWait } from '../../waiting/waitState';
import { marksOf, waitForAnswer } from './sendAndWaitAsk';
import { readQuestion } from './sendAndWaitQuestion';
import { readReminder } from './sendAndWaitReminder';
import { sendMarked } from './sendAndWaitSend';
import type { MessagePlan } from './sendMessage';

function hint({ n8n }: OperationContext, message: string): void {
	n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
	n8n.logger.warn(`WhatsApp Business: ${message}`, { workflowId: n8n.getWorkflow().id });
}

/** The question once more under its own reference, or a text that quotes it. */
async function planOf(context: OperationContext, { nonce, text }: { nonce: string; text: string | undefined }): Promise<MessagePlan> {
	if (text !== undefined) return { build: () => buildText({ body: text }) };
	const question = await readQuestion(context);
	return question.plan(marksOf(replyReference(context.n8n, nonce), question));
}

/**
 * Sends the reminder, unless something speaks against it.
 *
 * @returns when to try again; undefined when that is not wanted
 */
async function sendReminder(context: OperationContext, state: ReplyWait): Promise<Date | undefined> {
	const until = new Date(state.until);
	const reminder = readReminder(context, { now: new Date(state.question.askedAt), until });
	if (reminder === undefined) return undefined;
	const { calendar, text } = reminder;
	const isTemplate = state.question.type === 'template' && text === undefined;
	const { category = 'utility' } = state;
	const due = await isReminderDue(context.n8n, { asked: state.rules.asked, calendar, category, isTemplate, until });
	if ('at' in due) return new Date(due.at);
	if ('skip' in due) {
		hint(context, `No reminder was sent: ${due.skip}.`);
		return undefined;
	}
	const { nonce } = state;
	const { token } = marksOf(replyReference(context.n8n, nonce), { choices: [] });
	const sent = await sendMarked(context, { plan: await planOf(context, { nonce, text }), callbackData: token });
	if ('failure' in sent) hint(context, `The reminder was not taken by Meta: ${sent.failure.title ?? 'no reason given'}.`);
	return undefined;
}

/** The second leg of a wait: reminds, and waits on to the end. A reminder that fails ends nothing. */
export async function remind(context: OperationContext, nonce: string): Promise<OperationItem[]> {
	const { n8n } = context;
	const state = keptWaitState(n8n);
	// The node asks anew in the meantime, in a loop: this leg belongs to a question of the past.
	if (state?.kind !== 'reply' || state.nonce !== nonce) return [];
	const again = await sendReminder(context, state).catch((error: unknown) => {
		hint(context, `The reminder failed: ${error instanceof Error ? error.message : String(error)}`);
		return undefined;
	});
	await waitForAnswer(context, state, again);
	return [];
}
