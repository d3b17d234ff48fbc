/** What an answer is read as. */
export const ANSWER_KINDS = ['rating', 'nps', 'yesNo', 'number', 'date', 'email', 'orderNumber', 'choice', 'any'] as const;

export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** A rating, score or number; yes (true) or no; a day (`2026-12-31`), an address, an order number, the ID of a choice, or text. */
export type AnswerValue = number | boolean | string;

/** Where a value was found, or how. Stored in workflows: never changes once shipped. */
export type AnswerRule =
	| 'digits'
	| 'fraction'
	| 'numberWord'
	| 'stars'
	| 'emoji'
	| 'word'
	| 'id'
	| 'title'
	| 'position'
	| 'similar'
	| 'calendar'
	| 'pattern'
	| 'text';

/** One way to read an answer. */
export interface Reading {
	/** Left out where the answer says something but settles nothing, as "maybe". */
	value?: AnswerValue;
	/** 0 to 1. */
	confidence: number;
	/** The words that decided. */
	decidedBy: string;
	rule: AnswerRule;
	/** Language of those words, where they are of one. */
	language?: string;
	/** Other values that the answer may mean. */
	alternatives?: AnswerValue[];
	/** What else it says, by kind: see {@link Answer.details}. */
	details?: Record<string, string | number | boolean>;
}

/** What a person's answer means. */
export interface Answer {
	kind: AnswerKind;
	/** Null when nothing was understood. */
	value: AnswerValue | null;
	/** 0 to 1; see docs/answers.md for what it is made of. */
	confidence: number;
	/** Whether the value may be acted on without asking again: one value, said without a condition, confidence 0.7 or more. */
	isClear: boolean;
	/** Other values that the answer may mean, the likeliest first. */
	alternatives: AnswerValue[];
	/** The words that decided, folded; '' when there are none. */
	decidedBy: string;
	rule?: AnswerRule;
	/** Language of the words that decided, where they are of one. */
	language?: string;
	/**
	 * nps: `class`. date: `weekday` (1 is Monday), `partOfDay`, and with a time of the day `time` (`17:00`) and `at` (ISO, with
	 * offset). choice: `title`, `position` (1 is the first).
	 */
	details: Record<string, string | number | boolean>;
}

/** From this confidence on an answer is clear. */
export const CLEAR = 0.7;

/** Confidence for how many words of the answer were not understood; unspaced scripts count signs. */
export function confidenceAfter(base: number, leftOver: number): number {
	if (leftOver <= 0) return base;
	if (leftOver <= 2) return base - 0.07;
	if (leftOver <= 5) return base - 0.14;
	if (leftOver <= 9) return base - 0.22;
	return base - 0.4;
}
