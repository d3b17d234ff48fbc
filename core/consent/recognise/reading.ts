import type { Sentence, Unit } from './units';
import type { Role, Words } from './words';

/** What one language makes of a sentence or a message. */
export interface Finding {
	intent: 'optOut' | 'optIn' | 'none';
	confidence: number;
	scope: 'all' | 'marketing';
	/** The units that decided. */
	units: Unit[];
	/** Why the units decide; stands behind them in the reason. */
	why: string;
}

/** Words between a verb and its object. */
const OBJECT_GAP = 6;
/** Words between a negation and what it negates. */
const NEGATION_GAP = 2;
/** Words between wanting and its negation: "ich will von euch nichts mehr hören". */
const WANT_GAP = 4;
/** A phrase that speaks of something else covers deciding words this near. */
const KEEP_GAP = 3;

/** A sentence as one language reads it, with the distances between its units. */
export class Reading {
	private readonly indexes = new Map<Unit, number>();
	private readonly places: number[] = [];
	private readonly clauses: number[] = [];

	constructor(
		readonly sentence: Sentence,
		private readonly words: Words,
	) {
		let place = 0;
		let clause = 0;
		for (const unit of sentence.units) {
			this.indexes.set(unit, this.places.length);
			if (unit.breakBefore === 'comma') clause += 1;
			this.places.push(place);
			this.clauses.push(clause);
			place += unit.weight;
		}
	}

	all(...roles: Role[]): Unit[] {
		return this.sentence.units.filter((unit) => roles.some((role) => unit.roles.has(role)));
	}

	has(...roles: Role[]): boolean {
		return this.all(...roles).length > 0;
	}

	/** Words between two units; Infinity when a comma parts them. */
	distance(a: Unit, b: Unit, { overCommas = false } = {}): number {
		const [first, last] = [this.at(a), this.at(b)].sort((x, y) => x - y);
		if (first === undefined || last === undefined) return Infinity;
		if (!overCommas && this.clauses[first] !== this.clauses[last]) return Infinity;
		if (first === last) return 0;
		return Math.max(0, (this.places[last] ?? 0) - (this.places[first] ?? 0) - (this.sentence.units[first]?.weight ?? 0));
	}

	at(unit: Unit): number {
		return this.indexes.get(unit) ?? -1;
	}

	/** True when a negation governs the unit, or the want before it is negated. */
	isNegated(unit: Unit): boolean {
		return this.negationsOf(unit).length > 0;
	}

	/** True when a negation stands right before the unit. */
	isNegatedBefore(unit: Unit): boolean {
		return this.negationsOf(unit).some((negation) => this.at(negation) < this.at(unit) && this.distance(negation, unit) === 0);
	}

	/** Negations of the unit that do not rather negate a verb of stopping: "never stop sending". */
	prohibitionsOf(unit: Unit): Unit[] {
		const kept = new Set(this.all('stop', 'unsub').flatMap((verb) => (verb === unit ? [] : this.negationsOf(verb))));
		return this.negationsOf(unit).filter((negation) => !kept.has(negation));
	}

	/** Negations that govern the unit: shortly before it, or after it in languages such as German ("meldet mich nicht ab") and Hindi. */
	negationsOf(unit: Unit): Unit[] {
		const isWant = unit.roles.has('want');
		return this.all('neg', 'nowant').filter((negation) => {
			if (negation === unit) return false;
			const isRefusal = negation.roles.has('nowant');
			const distance = this.distance(negation, unit);
			if (this.at(negation) < this.at(unit)) return !(isRefusal && this.words.verbLast === true) && distance <= NEGATION_GAP + (isRefusal ? 1 : 0);
			return this.words.negAfter === true && distance <= (isWant ? WANT_GAP : 1);
		});
	}

	/** True when a phrase such as "bus stop" or "reply STOP to" covers the unit. */
	isKept(unit: Unit): boolean {
		return this.all('keep').some((phrase) => this.at(phrase) <= this.at(unit) && this.distance(phrase, unit) <= KEEP_GAP);
	}

	/** Pairs of units near each other, whichever comes first; one unit with both roles is a pair. */
	pairs(verbs: readonly Unit[], objects: readonly Unit[]): Array<[Unit, Unit]> {
		const overCommas = this.words.softComma === true;
		return verbs.flatMap((verb) =>
			objects
				.filter((object) => this.distance(verb, object, { overCommas }) <= OBJECT_GAP)
				.map((object): [Unit, Unit] => [verb, object]),
		);
	}

	/** True when what is to be stopped is an order or a machine: it stands nearer to the verb than any message, and is no part of one. */
	isAboutOther(verb: Unit, within = OBJECT_GAP): boolean {
		const units = this.sentence.units;
		const isMessage = (unit: Unit | undefined) => unit?.roles.has('msg') === true || unit?.roles.has('promo') === true;
		const objects = this.all('other', 'msg', 'promo').filter((object) => object !== verb && this.distance(verb, object) <= within);
		// "the sending of messages"
		const isMessageBehind = (object: Unit) => units[this.at(object) + 1]?.roles.has('hint') === true && isMessage(units[this.at(object) + 2]);
		const isOther = (object: Unit) => object.roles.has('other') && !isMessage(object) && !isMessage(units[this.at(object) + 1]) && !isMessageBehind(object);
		const nearest = objects.reduce<Unit | undefined>(
			(best, object) => (best === undefined || this.distance(verb, object) < this.distance(verb, best) ? object : best),
			undefined,
		);
		return nearest !== undefined && isOther(nearest);
	}

	/** "Don't text Tom": the word after the verb is none that the language's table knows, and nothing says that it is about messages. */
	isToOthers(verb: Unit): boolean {
		const next = this.sentence.units[this.at(verb) + 1];
		if (next === undefined || next.breakBefore !== 'none' || next.roles.size > 0 || next.weight < 1) return false;
		return !this.has('me', 'any', 'msg', 'promo');
	}

	/** True when the unit's clause reports something: "I have not received any message". */
	isReported(unit: Unit): boolean {
		return this.all('past').some((past) => past !== unit && this.distance(past, unit) < Infinity);
	}

	/** True when the sentence asks about the deciding words instead of asking for it. */
	asksAbout(decisive: Unit): boolean {
		return this.all('ask').some((ask) => this.at(ask) < this.at(decisive) || (this.words.asksAnywhere === true && this.sentence.isQuestion));
	}

	isConditional(decisive: Unit): boolean {
		return this.all('if').some((condition) => this.at(condition) < this.at(decisive) && this.distance(condition, decisive) <= 3);
	}
}

/** Only offers, unless messages of all kinds are named as well. */
export function scopeOf(reading: Reading, units: readonly Unit[]): Finding['scope'] {
	const promos = reading.all('promo');
	if (promos.length === 0) return 'all';
	const near = promos.some((promo) => units.some((unit) => reading.distance(unit, promo, { overCommas: true }) <= OBJECT_GAP));
	if (!near) return 'all';
	// "messages about offers" is one thing, "offers and messages" are two.
	const cuts = reading.all('cut').map((cut) => reading.at(cut));
	const isApart = (message: Unit, promo: Unit) =>
		cuts.some((cut) => (reading.at(message) - cut) * (reading.at(promo) - cut) < 0);
	const apart = reading.all('msg').filter((message) => !message.roles.has('promo') && promos.every((promo) => isApart(message, promo)));
	return apart.length > 0 ? 'all' : 'marketing';
}
