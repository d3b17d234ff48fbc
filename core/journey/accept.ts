import { canonicalDigits } from '../phone/contactKey';
import { defined } from '../shared/defined';
import type { JsonObject } from '../shared/json';
import type { WebhookEvent } from '../webhook/events';
import { decodeReference } from './reference';
import { choicesTitled, readTyped, readTypedChoice, type TextRule } from './acceptText';

/** How an answer was given. Stands in the items of workflows: never changes. */
export type AnswerType = 'tap' | 'text' | 'media' | 'location' | 'contact' | 'order' | 'flow';

/** A button or row of a question. */
export interface Choice {
	/** The operator's own ID, which the answer carries; not what travels through Meta. */
	id: string;
	title: string;
}

/** A person as Meta named them when the question went out. */
export interface Asked {
	/** Canonical digits, see `canonicalDigits`; those written to and those Meta gave back. */
	phones: string[];
	userId?: string;
}

/** What is needed to tell whether a message answers a question. */
export interface Question {
	asked: Asked;
	/** In the order of their positions in references. */
	choices: Choice[];
	/** Ways in which it may be answered. */
	accepts: AnswerType[];
	/** What a typed answer must be; anything when left out. */
	text?: TextRule;
}

/** What a person answered. */
export interface Answer {
	type: AnswerType;
	/** ID of the tapped or typed choice. */
	id?: string;
	title?: string;
	/** What a person would read. */
	text?: string;
	/** The answer for programs: the choice's ID, what the text means, the Flow's fields, the place, the number, the cart, the file's facts. */
	value?: unknown;
	/** How sure the reading of a text is, 0 to 1. */
	confidence?: number;
}

/** Why a message does not answer a question. */
export type Refusal =
	/** Somebody else than the person asked. */
	| 'otherPerson'
	/** A kind of message that the question does not take. */
	| 'otherKind'
	/** A text, but not what was asked for. */
	| 'noMatch';

export type Judgement =
	| { accepted: true; answer: Answer; /** Position among the choices. */ choice?: number }
	| { accepted: false; reason: Refusal };

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'];

/** The way in which a message answers, if it could be an answer at all. */
export function answerTypeOf(event: WebhookEvent): AnswerType | undefined {
	if (event.kind !== 'message') return undefined;
	if (event.replyId !== undefined) return 'tap';
	if (event.flow !== undefined) return 'flow';
	const { type = '' } = event;
	if (MEDIA.includes(type)) return 'media';
	switch (type) {
		case 'text':
		case 'location':
		case 'order':
			return type;
		case 'contacts':
			return 'contact';
		default:
			return undefined;
	}
}

/**
 * Whether the message comes from the person asked. Meta leaves the phone number out for people with a user name, so that
 * only IDs that both sides have are compared; where there is none the reference alone speaks for the sender.
 */
export function isFrom(event: WebhookEvent, asked: Asked): boolean {
	const digits = event.phone?.replace(/\D/g, '');
	const samePhone = digits === undefined || asked.phones.length === 0 ? undefined : asked.phones.includes(canonicalDigits(digits));
	const sameUser = event.userId === undefined || asked.userId === undefined ? undefined : event.userId === asked.userId;
	if (samePhone === true || sameUser === true) return true;
	return samePhone === undefined && sameUser === undefined;
}

/**
 * Whether, and what, a message answers.
 *
 * @param now the moment of the answer, from which dates such as "tomorrow" count
 */
export function judgeAnswer(event: WebhookEvent, { question, now }: { question: Question; now: Date }): Judgement {
	if (!isFrom(event, question.asked)) return { accepted: false, reason: 'otherPerson' };
	const type = answerTypeOf(event);
	if (type === 'text') return judgeText(event, { question, now });
	if (type === undefined || !question.accepts.includes(type)) return { accepted: false, reason: 'otherKind' };
	if (type !== 'tap') return { accepted: true, answer: otherAnswer(event, type) };
	const choice = decodeReference(event.replyId)?.option;
	return chosen(event, { question, choice, type });
}

/** A typed answer: the words of a choice, or what the question takes as text. */
function judgeText(event: WebhookEvent, { question, now }: { question: Question; now: Date }): Judgement {
	const { text = '' } = event;
	const typed = question.accepts.includes('tap') ? typedChoice(text, { question, now }) : undefined;
	if (typed !== undefined) return chosen(event, { question, choice: typed, type: 'text' });
	if (!question.accepts.includes('text')) return { accepted: false, reason: 'otherKind' };
	if (question.text === undefined) return { accepted: true, answer: otherAnswer(event, 'text') };
	const read = readTyped({ text, now, rule: question.text });
	if (read === undefined) return { accepted: false, reason: 'noMatch' };
	return { accepted: true, answer: { type: 'text', text, ...read } };
}

/** The choice that typed words mean. Where a number is asked for, "2" is that number, not the second button. */
function typedChoice(text: string, { question, now }: { question: Question; now: Date }): number | undefined {
	const titles = question.choices.map(({ title }) => title);
	const { text: rule } = question;
	const isNumber = question.accepts.includes('text') && (rule?.is === 'number' || rule?.is === 'rating');
	const number = isNumber && rule !== undefined ? readTyped({ text, now, rule })?.value : undefined;
	if (rule === undefined || number === undefined) return readTypedChoice({ text, now, titles });
	const named = titles.flatMap((title, index) => (readTyped({ text: title, now, rule })?.value === number ? [index] : []));
	const [only] = named.length === 1 ? named : choicesTitled({ text, titles });
	return only;
}

function chosen(
	event: WebhookEvent,
	{ question, choice, type }: { question: Question; choice: number | undefined; type: AnswerType },
): Judgement {
	const known = choice === undefined ? undefined : question.choices[choice];
	// A button that the question does not know (a template's, edited since) is answered by its own title.
	const title = known?.title ?? event.replyTitle;
	const id = known?.id ?? title;
	return {
		accepted: true,
		answer: defined<Answer>({ type, id, title, text: event.text ?? title, value: id }),
		...(known !== undefined && { choice }),
	};
}

function otherAnswer(event: WebhookEvent, type: Exclude<AnswerType, 'tap'>): Answer {
	return defined<Answer>({ type, text: event.text, value: valueOf(event, type) });
}

function valueOf(event: WebhookEvent, type: Exclude<AnswerType, 'tap'>): unknown {
	switch (type) {
		case 'text':
			return event.text;
		case 'media':
			return event.media;
		case 'location':
			return event.location;
		case 'order':
			return event.order;
		case 'contact':
			return event.contacts?.[0]?.phone ?? event.contacts;
		case 'flow':
			return event.flow?.response === undefined ? event.flow?.responseText : withoutToken(event.flow.response);
	}
}

/** A Flow's fields; its token is our reference. */
function withoutToken(response: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(response).filter(([name]) => name !== 'flow_token'));
}
