/**
 * What a word or phrase does in a message. Every language is a table of these; `core/consent/recognise/judge.ts` has the rules.
 *
 * Alone: `key` decides as a whole message or a sentence of its own, `weak` only as the whole message, `start` is the opt-in, `doubt` says that
 * the whole message may be meant so, but is not taken so.
 * Phrases that decide wherever they stand: `out`, `in`; that mean something else although they hold a deciding word: `keep`.
 * Parts of sentences: verbs `unsub`, `sub`, `stop`, `begin`, `send` (needs an object), `write` (its object is the person), `get`, `want`, `remove`;
 * forbidding in one word `nosend`, `nowrite`, `nowant`, `nomore`; objects `msg`, `promo` (offers only), `list`, `me`, `any`, and `other`:
 * what else a shop's customer may stop, cancel or remove; `neg`, `past` (a report, such as "have not received"), `again`, `ask` and `how`
 * (questions), `if`, `act` (asks for something else to be done), `cut` (begins a new clause).
 * Left out of account: `polite`, `fill`. `hint` only tells the language.
 */
export const ROLES = [
	'key', 'weak', 'start', 'doubt', 'out', 'in', 'keep', 'unsub', 'sub', 'stop', 'begin', 'send', 'write', 'get', 'want', 'remove', 'nosend', 'nowrite', 'nowant',
	'nomore', 'msg', 'promo', 'list', 'me', 'any', 'other', 'neg', 'past', 'again', 'ask', 'how', 'if', 'act', 'cut', 'polite', 'fill', 'hint', 'typo',
] as const;
export type Role = (typeof ROLES)[number];

/** A language's words: per role, entries separated by commas; `*` at the end of a word stands for any ending. */
export interface Words extends Partial<Readonly<Record<Role, string>>> {
	/** BCP 47. */
	code: string;
	/** For people, in reasons and tables. */
	name: string;
	/** A negation may follow its verb, as in German and Hindi. */
	negAfter?: true;
	/** The verb ends the sentence, so a refusal after it is its own and one before it another's. */
	verbLast?: true;
	/** Question words may stand anywhere, not only first. */
	asksAnywhere?: true;
	/** Commas stand inside clauses, as before "dass" and "что". */
	softComma?: true;
	/** Accents tell words apart. */
	marks?: true;
}
