import { jsonParse, type IExecuteFunctions } from 'n8n-workflow';
import type { AnswerType, Asked } from '../../../core/journey/accept';
import { encodeReference, type Reference } from '../../../core/journey/reference';
import { openStore } from '../store/openStore';
import { PendingWaits, type PendingWait } from '../store/pendingWaits';
import type { ReplyWait, StatusWait } from './waitState';

/** What a pending wait says about the answers it takes, so that others need not be passed on. */
export interface Expected {
	kinds: AnswerType[];
	/** Titles of the choices, which words may choose. */
	titles: string[];
	/** How often the person was asked again. */
	misses: number;
}

const NOTHING: Expected = { kinds: [], titles: [], misses: 0 };

export function expectedOf({ accepts }: PendingWait): Expected {
	return { ...NOTHING, ...jsonParse<Partial<Expected>>(accepts, { fallbackValue: {} }) };
}

const FORGET_EVERY_MS = 60 * 60 * 1000;

/** By workflow, for this process: when waits that are over were forgotten. A tap leaves its wait behind, since no webhook can write. */
const forgottenAt = new Map<string, number>();

/** The first time that a process asks in a workflow, then once an hour. */
function isTimeToForget(n8n: IExecuteFunctions): boolean {
	const id = n8n.getWorkflow().id ?? '';
	const now = Date.now();
	const isTime = now - (forgottenAt.get(id) ?? 0) >= FORGET_EVERY_MS;
	if (isTime) forgottenAt.set(id, now);
	return isTime;
}

/** Who is waited for, by the IDs of the contact record. */
function idsOf({ phones, userId = '' }: Asked): Pick<PendingWait, 'contactKey' | 'phone' | 'userId'> {
	const phone = phones.at(-1) ?? '';
	return { contactKey: userId === '' ? phone : userId, phone, userId };
}

/**
 * Writes a wait into the contact record. The message is out by then: when the record cannot be used, the operator is told
 * what does not work.
 */
async function remember(n8n: IExecuteFunctions, { pending, lost }: { pending: PendingWait; lost: string }): Promise<void> {
	try {
		const waits = new PendingWaits(await openStore(n8n));
		await waits.put(pending);
		if (isTimeToForget(n8n)) await waits.forgetExpired(Date.now());
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = `The message was sent, but could not be noted in the contact record: ${lost}. ${reason}`;
		n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
		n8n.logger.warn(`WhatsApp Business: ${message}`, { workflowId: n8n.getWorkflow().id });
	}
}

/** Notes a question, for a typed answer, an opt-out or *Cancel Pending* to find. */
export async function rememberWait(
	n8n: IExecuteFunctions,
	wait: { reference: Reference; state: ReplyWait; until: Date; journeyKey: string; resumeUrl: string },
): Promise<void> {
	const { reference, state, until, journeyKey, resumeUrl } = wait;
	const { rules, question } = state;
	const expected: Expected = { kinds: rules.accepts, titles: rules.choices.map(({ title }) => title), misses: 0 };
	const pending: PendingWait = {
		...idsOf(rules.asked),
		waitKey: encodeReference(reference),
		phoneNumberId: question.phoneNumberId,
		messageId: question.messageId,
		resumeUrl,
		journeyKey,
		accepts: JSON.stringify(expected),
		state: 'waiting',
		askedAt: question.askedAt,
		expiresAt: until.toISOString(),
	};
	await remember(n8n, { pending, lost: 'taps on it are taken, typed answers and opt-outs are not' });
}

/** Notes a message that waits for its status, for *Cancel Pending* to find. */
export async function rememberStatusWait(
	n8n: IExecuteFunctions,
	wait: { reference: Reference; state: StatusWait; until: Date; journeyKey: string },
): Promise<void> {
	const { reference, state, until, journeyKey } = wait;
	const { messageId, phoneNumberId, sentAt } = state.message;
	const pending: PendingWait = {
		...idsOf(state.asked),
		waitKey: encodeReference(reference),
		phoneNumberId,
		messageId,
		resumeUrl: '',
		journeyKey,
		accepts: JSON.stringify(NOTHING),
		state: 'waiting',
		askedAt: sentAt,
		expiresAt: until.toISOString(),
	};
	await remember(n8n, { pending, lost: 'Cancel Pending does not find it' });
}
