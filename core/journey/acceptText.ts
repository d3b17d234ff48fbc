import { interpretAnswer } from './answers';

/** What a typed answer must be. Values are stored in workflows and never change. */
export type TextRule =
	| { is: 'yesNo' | 'email' | 'date' | 'orderNumber'; zone: string; language?: string }
	| { is: 'number' | 'rating'; zone: string; language?: string; min?: number; max?: number }
	/** The whole text fits the regular expression; case does not matter. */
	| { is: 'pattern'; pattern: string };

/** Why a regular expression cannot be used; undefined when it can. */
export function patternProblem(pattern: string): string | undefined {
	try {
		wholeText(pattern);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function wholeText(pattern: string): RegExp {
	return new RegExp(`^(?:${pattern})$`, 'iu');
}

/** Longest text that is looked at: a pattern must not keep the trigger busy with a text that somebody pasted. */
const LONGEST = 2000;

/** From this confidence on, words choose a button although nobody asked for words. */
const SURE = 0.8;

/** The positions of the choices whose title the text is, letter by letter but for case and blanks. */
export function choicesTitled({ text, titles }: { text: string; titles: readonly string[] }): number[] {
	const typed = plain(text.slice(0, LONGEST));
	return titles.flatMap((title, index) => (typed !== '' && plain(title) === typed ? [index] : []));
}

/** The position of the choice that the words mean; undefined when they mean none, or more than one. */
export function readTypedChoice(given: { text: string; titles: readonly string[]; now: Date }): number | undefined {
	const { titles, now } = given;
	const text = given.text.slice(0, LONGEST);
	const exact = choicesTitled({ text, titles });
	if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
	// IDs that nobody types: a number in the answer means a position.
	const choices = titles.map((title, index) => ({ title, id: `\u0000choice ${index}` }));
	const { value, confidence } = interpretAnswer({ text, as: 'choice', choices, now, zone: 'utc' });
	const chosen = choices.findIndex(({ id }) => id === value);
	return confidence >= SURE && chosen >= 0 ? chosen : undefined;
}

function plain(text: string): string {
	return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What the text means by the rule; undefined when it does not fit or is not clear. */
export function readTyped(given: { text: string; rule: TextRule; now: Date }): { value: unknown; confidence: number } | undefined {
	const { rule, now } = given;
	const text = given.text.slice(0, LONGEST).trim();
	if (rule.is === 'pattern') return wholeText(rule.pattern).test(text) ? { value: text, confidence: 1 } : undefined;
	const { is, ...question } = rule;
	const { isClear, value, confidence } = interpretAnswer({ text, as: is, now, ...question });
	return isClear ? { value, confidence } : undefined;
}
