import { DateTime } from 'luxon';
import { CLEAR, type Answer, type AnswerKind, type Reading } from './answer';
import { readChoice, type Choice } from './choice';
import { said, type Said } from './context';
import type { DateOrder } from './date/facts';
import { readDate } from './date/readDate';
import { readEmail } from './email';
import { languageCodeOf, type LanguageCode } from './languages';
import { readNumber } from './number';
import { readOrderNumber } from './orderNumber';
import { readScore } from './score';
import { readInLanguages } from './vocabulary';
import { readYesNo } from './yesNo';

/** What was asked, and how the answer is to be read. */
export interface AnswerQuestion {
	/** What the person wrote. */
	text: string;
	as: AnswerKind;
	/** Language of the conversation: a template's code or a BCP 47 tag. Left out, or one we do not know: found by the words. */
	language?: string;
	/** The moment of the answer. */
	now: Date;
	/** IANA name of the zone in which the person counts days. */
	zone: string;
	/** The answers that were offered, for `choice`. */
	choices?: readonly Choice[];
	/** Least and greatest value, for `number` and `rating` (there 1 and 5 when left out). */
	min?: number;
	max?: number;
	/** What an order number looks like, as a regular expression for the whole of it. */
	pattern?: string;
}

/**
 * Reads what a person answered in the chat, in 29 languages, and says how sure it is. Doubtful, conditional and contradictory
 * answers are not clear: whoever asked should ask again or hand over.
 */
export function interpretAnswer(question: AnswerQuestion): Answer {
	const answer = said(question.text);
	const reading = answer.isEmpty ? undefined : readingOf(answer, question);
	const confidence = Math.round((reading?.confidence ?? 0) * 100) / 100;
	return {
		kind: question.as,
		value: reading?.value ?? null,
		confidence,
		isClear: reading?.value !== undefined && confidence >= CLEAR,
		alternatives: reading?.alternatives ?? [],
		decidedBy: reading?.decidedBy ?? '',
		...(reading?.rule === undefined ? {} : { rule: reading.rule }),
		...(reading?.language === undefined || !isOfLanguage(reading) ? {} : { language: reading.language }),
		details: reading?.details ?? {},
	};
}

/** Digits and signs are of no language. */
function isOfLanguage({ rule }: Reading): boolean {
	return rule === 'numberWord' || rule === 'word' || rule === 'calendar';
}

function readingOf(answer: Said, question: AnswerQuestion): Reading | undefined {
	const expected = languageCodeOf(question.language);
	const inLanguages = (read: (language: LanguageCode) => Reading | undefined) => readInLanguages({ said: answer, expected, read });
	switch (question.as) {
		case 'rating':
			return inLanguages((language) => readScore({ said: answer, language, scale: { min: question.min ?? 1, max: question.max ?? 5 }, isRating: true }));
		case 'nps':
			return withClass(inLanguages((language) => readScore({ said: answer, language, scale: { min: 0, max: 10 }, isRating: false })));
		case 'yesNo':
			return inLanguages((language) => readYesNo(answer, language));
		case 'number':
			return inLanguages((language) => readNumber({ said: answer, language, min: question.min, max: question.max }));
		case 'date': {
			const now = DateTime.fromJSDate(question.now, { zone: question.zone });
			const order = dateOrderOf(question.language);
			return inLanguages((language) => readDate({ said: answer, language, now, order }));
		}
		case 'email':
			return readEmail(answer);
		case 'orderNumber':
			return readOrderNumber({ said: answer, pattern: question.pattern });
		case 'choice':
			return choiceReading(answer, { choices: question.choices ?? [], inLanguages });
		case 'any':
			return { value: question.text.trim(), confidence: 1, decidedBy: question.text.trim().slice(0, 100), rule: 'text' };
	}
}

/** Only the United States and a few others write the month first; "en" alone does not say who writes. */
function dateOrderOf(tag: string | undefined): DateOrder {
	const code = languageCodeOf(tag);
	if (code === undefined) return 'unknown';
	const full = (tag ?? '').trim().replaceAll('_', '-');
	if (code === 'en' && !/^en-[a-z]{2}$/i.test(full)) return 'unknown';
	const parts = new Intl.DateTimeFormat(code === 'en' ? full : code).formatToParts(0).map(({ type }) => type);
	return code === 'en' && parts.indexOf('month') < parts.indexOf('day') ? 'monthFirst' : 'dayFirst';
}

/** Promoter (9 and 10), passive (7 and 8) or detractor, as the Net Promoter Score has it. */
function withClass(reading: Reading | undefined): Reading | undefined {
	if (reading === undefined || typeof reading.value !== 'number' || reading.details?.outOfRange === true) return reading;
	const score = reading.value;
	return { ...reading, details: { ...reading.details, class: score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor' } };
}

/** Where the choices are a yes and a no, any way to say so chooses. */
function choiceReading(
	answer: Said,
	{ choices, inLanguages }: { choices: readonly Choice[]; inLanguages: (read: (language: LanguageCode) => Reading | undefined) => Reading | undefined },
): Reading | undefined {
	const direct = inLanguages((language) => readChoice({ said: answer, language, choices }));
	if (direct !== undefined && direct.confidence >= CLEAR) return direct;
	const meant = inLanguages((language) => readYesNo(answer, language));
	if (typeof meant?.value !== 'boolean') return direct;
	const same = choices.flatMap((choice, index) => {
		const title = said(choice.title);
		const reading = readInLanguages({ said: title, read: (language) => readYesNo(title, language) });
		return reading !== undefined && reading.value === meant.value && reading.confidence >= CLEAR ? [{ choice, index }] : [];
	});
	const [only] = same;
	if (only === undefined || same.length > 1) return direct;
	return { ...meant, value: only.choice.id, alternatives: [], details: { title: only.choice.title, position: only.index + 1 } };
}
