import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { answerTypeOf } from '../../../core/journey/accept';
import { recogniseConsent } from '../../../core/consent/recognise/recogniseConsent';
import { choicesTitled } from '../../../core/journey/acceptText';
import { decodeReference } from '../../../core/journey/reference';
import type { ContactIds } from '../../../core/contact/record';
import { canonicalDigits } from '../../../core/phone/contactKey';
import type { JsonObject } from '../../../core/shared/json';
import type { WebhookEvent } from '../../../core/webhook/events';
import { ContactStore } from '../store/contactStore';
import { openStore } from '../store/openStore';
import { PendingWaits, type PendingWait } from '../store/pendingWaits';
import { isSettled, passToAll } from '../waiting/endWaits';
import { expectedOf } from '../waiting/pendingAnswers';
import { RESUME_URL, resumeWait, waitingUrlOf } from '../waiting/resume';
import { isPassedOn } from './forward';

/** What one message or opt-out changes. */
interface Passing {
	/** Whether it answered a question. */
	consumed: boolean;
	/** Questions to forget. */
	settled: PendingWait[];
	/** Questions that were asked again. */
	asked: PendingWait[];
}

const UNTOUCHED: Passing = { consumed: false, settled: [], asked: [] };

function idsOf({ phone, userId }: WebhookEvent): string[] {
	return [phone === undefined ? '' : canonicalDigits(phone.replace(/\D/g, '')), userId ?? ''].filter((id) => id !== '');
}

/** Whether it can answer a question without bringing its reference along. */
function isTyped(event: WebhookEvent): boolean {
	if (event.groupId !== undefined || decodeReference(event.replyId ?? event.flow?.token) !== undefined) return false;
	return answerTypeOf(event) !== undefined;
}

/** From this confidence on, words end questions; what opts out is recorded by whoever processes the message. */
const SURE = 0.8;

function isStop({ kind, type }: WebhookEvent): boolean {
	return kind === 'preference' && type === 'stop';
}

/** Whether the person wants no more messages. The title of a button, typed, is an answer whatever it says. */
function isOptOut(event: WebhookEvent, open: readonly PendingWait[]): boolean {
	if (isStop(event)) return true;
	if (answerTypeOf(event) !== 'text') return false;
	const text = event.text ?? '';
	const titles = open.filter(isAbout(event)).flatMap((wait) => expectedOf(wait).titles);
	if (choicesTitled({ text, titles }).length > 0) return false;
	const { intent, confidence } = recogniseConsent({ text });
	return intent === 'optOut' && confidence >= SURE;
}

function isAbout(event: WebhookEvent): (record: ContactIds) => boolean {
	const ids = idsOf(event);
	return ({ phone, userId }) => ids.includes(phone) || ids.includes(userId);
}

/** The questions that a message may answer: the one that it quotes, else the newest first. */
function candidates(event: WebhookEvent, { open, isHandedOver }: { open: readonly PendingWait[]; isHandedOver: boolean }): PendingWait[] {
	const type = answerTypeOf(event);
	const own = open.filter(isAbout(event)).filter(({ phoneNumberId }) => phoneNumberId === event.phoneNumberId);
	const quoted = own.filter(({ messageId }) => messageId !== '' && messageId === event.contextMessageId);
	// What somebody writes to a person is for that person.
	if (isHandedOver) return quoted;
	const fitting = own.filter((wait) => {
		const { kinds, titles } = expectedOf(wait);
		return !quoted.includes(wait) && type !== undefined && (kinds.includes(type) || (type === 'text' && titles.length > 0));
	});
	return [...quoted, ...fitting];
}

/** Passes a message on to the first question that takes it. */
async function answer(
	n8n: IExecuteFunctions,
	{ event, waitingUrl, ...about }: { event: WebhookEvent; open: readonly PendingWait[]; isHandedOver: boolean; waitingUrl: string },
): Promise<Passing> {
	const settled: PendingWait[] = [];
	for (const wait of candidates(event, about)) {
		const reference = decodeReference(wait.waitKey);
		const expected = expectedOf(wait);
		if (reference === undefined) continue;
		const resumed = await resumeWait(n8n, { waitingUrl, reference, event, misses: expected.misses });
		isPassedOn(n8n, { resumed, event });
		if (isSettled(resumed)) settled.push(wait);
		if (resumed.outcome === 'accepted') return { consumed: true, settled, asked: [] };
		if (resumed.outcome === 'askedAgain') {
			const accepts = JSON.stringify({ ...expected, misses: expected.misses + 1 });
			return { consumed: true, settled, asked: [{ ...wait, accepts }] };
		}
	}
	return { consumed: false, settled, asked: [] };
}

/** Lets every question to a person who opts out end by Opted Out. */
async function optOut(
	n8n: IExecuteFunctions,
	{ event, open, waitingUrl }: { event: WebhookEvent; open: readonly PendingWait[]; waitingUrl: string },
): Promise<Passing> {
	const waits = open.filter(isAbout(event));
	const ended = await passToAll(n8n, { waits, waitingUrl, ending: 'optedOut', event });
	for (const { resumed } of ended) isPassedOn(n8n, { resumed, event });
	return { ...UNTOUCHED, settled: ended.flatMap(({ wait, resumed }) => (isSettled(resumed) ? [wait] : [])) };
}

/**
 * Passes typed answers, places, files, cards and orders on to the executions that wait for them, found by the contact
 * record, and gives the items that remain. Runs in the started execution, because a webhook cannot read the record.
 */
export async function forwardTyped(
	n8n: IExecuteFunctions,
	{ items, settings }: { items: INodeExecutionData[]; settings: JsonObject },
): Promise<INodeExecutionData[]> {
	const events = items.map(({ json }) => json as WebhookEvent);
	const concerned = events.filter((event) => isTyped(event) || isStop(event));
	if (concerned.length === 0) return items;
	try {
		const records = await openStore(n8n);
		const store = new PendingWaits(records);
		const now = Date.now();
		let open = await store.openOf({ ids: [...new Set(concerned.flatMap(idsOf))], now });
		if (open.length === 0) return items;
		const contacts = await new ContactStore(records).find(open.flatMap(({ phone, userId }) => [phone, userId]).filter((id) => id !== ''));
		const handedOver = contacts.filter(({ handOverUntil }) => Date.parse(handOverUntil) > now);
		const waitingUrl = waitingUrlOf(n8n.evaluateExpression(RESUME_URL, 0), settings);
		const consumed = new Set<WebhookEvent>();
		// One after the other: of two messages of a person the first answers, and the second finds what is left.
		for (const event of concerned) {
			const isHandedOver = handedOver.some(isAbout(event));
			const passing = await (isOptOut(event, open) ? optOut : answer)(n8n, { event, open, isHandedOver, waitingUrl });
			if (passing.consumed && settings.startOnAnswers === true) event.answered = true;
			else if (passing.consumed) consumed.add(event);
			const gone = new Set(passing.settled.map(({ waitKey }) => waitKey));
			open = open.flatMap((wait) => {
				if (gone.has(wait.waitKey)) return [];
				return [passing.asked.find(({ waitKey }) => waitKey === wait.waitKey) ?? wait];
			});
			for (const wait of passing.asked) await store.put(wait);
			await store.remove([...gone]);
		}
		return items.filter(({ json }) => !consumed.has(json as WebhookEvent));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const message = `Typed answers were not passed on to the workflows that wait for them, because the contact record could not be used: ${reason}`;
		n8n.addExecutionHints({ type: 'warning', location: 'outputPane', message });
		n8n.logger.warn(`WhatsApp Business Trigger: ${message}`, { workflowId: n8n.getWorkflow().id });
		return items;
	}
}
