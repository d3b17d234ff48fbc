import type { Milestone } from '../milestone';
import { clausesOf } from './clauses';
import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { hindi } from './hindi';
import { indonesian } from './indonesian';
import { italian } from './italian';
import type { Lexicon } from './lexicon';
import { portuguese } from './portuguese';
import { spanish } from './spanish';

/** The languages in which free text is understood. */
export const LEXICONS = { english, spanish, portuguese, german, french, italian, hindi, indonesian, dutch } as const satisfies Record<string, Lexicon>;

/** What no gap between two words of a statement may hold: "the order was not cancelled". */
const TURNS = "(?:not|never|no|will|would|nicht|nie|kein\\w*|wird|werden|pas|jamais|sera|non|nao|nunca|tidak|belum|bukan|akan|niet|geen|nooit|zal|wordt|\\w+n't)";

/** A word, or several, of any script: JavaScript's own word boundary knows Latin letters only. */
function words(sources: readonly string[]): RegExp {
	if (sources.length === 0) return /(?!)/u;
	const all = sources
		.join('|')
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replaceAll('(?: \\w+)', `(?: (?!${TURNS} )\\w+)`)
		.replaceAll('(?:\\w+ )', `(?:(?!${TURNS} )\\w+ )`);
	return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}'])(?:${all})(?![\\p{L}\\p{M}\\p{N}])`, 'u');
}

const lexicons: readonly Lexicon[] = Object.values(LEXICONS);

/** Tomorrow, in all languages: "out for delivery tomorrow" is not out for delivery. */
const TOMORROW = words(['tomorrow', 'morgen', 'manana', 'amanha', 'demain', 'domani', 'besok', 'कल']);

/** Alone in a clause these turn a label before or a value after into its contrary: `Delivered: no`. */
const BARE_NO = words(['^(?:no|not|not yet|false|failed|failure|error|nein|nicht|noch nicht|non|pas encore|nao|ainda nao|aun no|todavia no|tidak|belum|nee|niet|नहीं|pending|unknown|null|none|n a|0)$']);

const ELSEWHERE = words(lexicons.flatMap(({ elsewhere = [] }) => elsewhere));

/** Places where a parcel waits or goes: tomorrow's news is not today's. */
const TODAY_ONLY: readonly Milestone[] = ['out_for_delivery', 'available_for_pickup'];

/** A lexicon with its expressions built once. */
interface Reader {
	whole: ReadonlyArray<readonly [Milestone, RegExp]>;
	plans: RegExp;
	plain: ReadonlyArray<readonly [Milestone, RegExp]>;
	delivered: RegExp;
	conditions: RegExp;
	unreal: RegExp;
	unrealBehind: boolean;
}

function readerOf(lexicon: Lexicon): Reader {
	const { harmless = [], unrealBehind = false } = lexicon;
	const ofAll = (kind: 'conditions' | 'unreal') => words(lexicons.flatMap((each) => each[kind]).filter((source) => !harmless.includes(source)));
	const compiled = lexicon.whole.map(([milestone, sources]) => [milestone, words(sources)] as const);
	return {
		// A failed attempt holds a "not" that would spoil what stands behind it.
		whole: compiled.toSorted(([a], [b]) => Number(b === 'delivery_attempted') - Number(a === 'delivery_attempted')),
		plans: words(lexicon.plans),
		plain: lexicon.plain.map(([milestone, sources]) => [milestone, words(sources)] as const),
		delivered: words(lexicon.delivered),
		conditions: ofAll('conditions'),
		unreal: ofAll('unreal'),
		unrealBehind,
	};
}

const readers = lexicons.map(readerOf);

/** Stands for what was read already, so that words left and right of it do not meet. */
const READ = ' § ';

function taken(text: string, match: RegExpExecArray): string {
	return `${text.slice(0, match.index)}${READ}${text.slice(match.index + match[0].length)}`;
}

/** Takes every statement of the kind out of the text; `found` holds those with nothing unreal before them (or beside them). */
function takeWhole(clause: string, reader: Reader): { rest: string; found: Milestone[] } {
	const found: Milestone[] = [];
	let rest = clause;
	for (const [milestone, expression] of reader.whole) {
		for (let match = expression.exec(rest); match !== null; match = expression.exec(rest)) {
			const beside = reader.unrealBehind ? taken(rest, match) : rest.slice(0, match.index);
			if (!reader.unreal.test(beside)) found.push(milestone);
			rest = taken(rest, match);
		}
	}
	return { rest, found };
}

function withoutPlans(clause: string, reader: Reader): string {
	let rest = clause;
	for (let match = reader.plans.exec(rest); match !== null; match = reader.plans.exec(rest)) rest = taken(rest, match);
	return rest;
}

function readClause(clause: string, reader: Reader): Milestone[] {
	const condition = reader.conditions.exec(clause);
	const stated = condition === null ? clause : clause.slice(0, condition.index);
	const { rest: open, found } = takeWhole(stated, reader);
	const planless = withoutPlans(open, reader);
	const unreal = reader.unreal.exec(planless);
	let rest = unreal === null ? planless : reader.unrealBehind ? '' : planless.slice(0, unreal.index);
	for (const [milestone, expression] of reader.plain) {
		const match = expression.exec(rest);
		if (match === null) continue;
		found.push(milestone);
		rest = taken(rest, match);
	}
	if (unreal === null && reader.delivered.test(rest) && !ELSEWHERE.test(rest)) found.push('delivered');
	return TOMORROW.test(clause) ? found.filter((milestone) => !TODAY_ONLY.includes(milestone)) : found;
}

/** The milestone that several statements of one text come to, or undefined when they contradict each other. */
function weigh(found: ReadonlySet<Milestone>): Milestone | undefined {
	const has = (...milestones: Milestone[]) => milestones.some((milestone) => found.has(milestone));
	if (has('returned')) return has('delivered', 'out_for_delivery', 'cancelled') ? undefined : 'returned';
	if (has('cancelled')) return found.size === 1 || (found.size === 2 && has('ordered')) ? 'cancelled' : undefined;
	if (has('delivered')) return has('delivery_attempted', 'exception', 'delayed', 'available_for_pickup', 'out_for_delivery') ? undefined : 'delivered';
	// The parcel waits for the customer: that is the newest of these.
	if (has('available_for_pickup')) return has('out_for_delivery') ? undefined : 'available_for_pickup';
	const order = ['delivery_attempted', 'exception', 'delayed', 'out_for_delivery', 'in_transit', 'shipped', 'packed', 'ordered'] as const;
	return order.find((milestone) => found.has(milestone));
}

/**
 * Understands a carrier's own words in the languages of `LEXICONS`. Careful rather than complete: what is denied, planned,
 * conditional, asked or contradictory is not understood, since a wrong notice is worse than none.
 *
 * @returns undefined when the text says nothing for certain
 */
export function readFreeText(text: string): Milestone | undefined {
	const clauses = clausesOf(text);
	const found = new Set(clauses.flatMap((clause) => readers.flatMap((reader) => readClause(clause, reader))));
	if (clauses.some((clause) => BARE_NO.test(clause))) found.delete('delivered');
	return weigh(found);
}
