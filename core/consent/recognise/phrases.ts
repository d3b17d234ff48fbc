import { Reading, scopeOf, type Finding } from './reading';
import { clausesOf, type Sentence, type Unit } from './units';
import type { Role, Words } from './words';

const PLAIN = 0.9;
/** "How do I unsubscribe?": who asks that wants it, but has not said so. */
const ASKS_HOW = 0.65;

/** Where the object of "unsubscribe" stands, when it has one. */
const NEAR = 2;

const REFUSAL_PARTS: readonly Role[] = ['neg', 'nomore', 'msg', 'any', 'fill', 'cut', 'hint'];

/** The units that ask for an end of messages, by structure; the first rule that finds some decides. */
function optOutUnits(reading: Reading): Unit[] {
	const clear = (unit: Unit) => !reading.isNegated(unit) && !reading.isKept(unit) && !reading.isConditional(unit);
	const rules: Array<() => Unit[]> = [
		() => reading.all('out').filter((unit) => !reading.isNegatedBefore(unit)),
		() => reading.all('unsub').filter((unit) => clear(unit) && !reading.isAboutOther(unit, NEAR)),
		() => stopped(reading, clear),
		() => removed(reading, clear),
		() => forbidden(reading),
		() => unwanted(reading),
		() => noMore(reading),
		() => bareRefusal(reading),
	];
	for (const rule of rules) {
		const units = rule();
		if (units.length > 0) return units;
	}
	return [];
}

function flat(pairs: ReadonlyArray<readonly Unit[]>): Unit[] {
	return [...new Set(pairs[0] ?? [])];
}

/** "Stop sending", "stop the messages". */
function stopped(reading: Reading, clear: (unit: Unit) => boolean): Unit[] {
	const verbs = reading.all('stop').filter((verb) => clear(verb) && !reading.isReported(verb) && !reading.isAboutOther(verb));
	return flat(reading.pairs(verbs, reading.all('write', 'send', 'get', 'msg', 'promo')));
}

/** "Remove me from your list", "delete my number". */
function removed(reading: Reading, clear: (unit: Unit) => boolean): Unit[] {
	const verbs = reading.all('remove').filter((verb) => clear(verb) && !reading.isAboutOther(verb));
	return flat(reading.pairs(verbs, reading.all('list', 'me')));
}

/** "Don't text me", "do not send me anything". */
function forbidden(reading: Reading): Unit[] {
	const isForbidden = (verb: Unit) => !reading.isReported(verb) && reading.prohibitionsOf(verb).some((negation) => !negation.roles.has('nowant')) && !reading.isKept(verb);
	const writing = reading.all('nowrite').concat(reading.all('write').filter(isForbidden));
	const free = writing.filter((verb) => !reading.isAboutOther(verb) && !reading.isConditional(verb) && !reading.isToOthers(verb));
	const first = free[0];
	if (first !== undefined) return withNegation(reading, first);
	const sending = reading.all('nosend').concat(reading.all('send').filter(isForbidden));
	const objects = reading.all('msg', 'promo', 'any');
	const pair = reading.pairs(
		sending.filter((verb) => !reading.isAboutOther(verb)),
		objects,
	)[0];
	return pair === undefined ? [] : [...new Set([...withNegation(reading, pair[0]), pair[1]])];
}

function withNegation(reading: Reading, verb: Unit): Unit[] {
	return [...reading.negationsOf(verb), verb].sort((a, b) => reading.at(a) - reading.at(b));
}

/** "I don't want any messages", "I do not wish to be contacted". */
function unwanted(reading: Reading): Unit[] {
	const refused = reading.all('nowant').concat(reading.all('want').filter((verb) => reading.negationsOf(verb).some(({ roles }) => roles.has('neg'))));
	const free = refused.filter((verb) => !reading.isReported(verb) && !reading.isAboutOther(verb) && !reading.isKept(verb));
	const direct = reading.pairs(free, reading.all('msg', 'promo', 'write', 'nowrite', 'list'))[0];
	const units = direct ?? received(reading, free);
	if (units === undefined || reading.all('stop', 'unsub').some((verb) => reading.negationsOf(verb).length > 0)) return [];
	return [...new Set([...withNegation(reading, units[0]), ...units.slice(1)])];
}

/** "I don't want to get anything any more". */
function received(reading: Reading, refused: readonly Unit[]): [Unit, Unit] | undefined {
	if (!reading.has('any')) return undefined;
	return reading.pairs(refused, reading.all('get', 'send', 'nosend'))[0];
}

/** "No more messages", "enough advertising". */
function noMore(reading: Reading): Unit[] {
	if (reading.sentence.isQuestion) return [];
	const verbs = reading.all('nomore').filter((unit) => !reading.isReported(unit) && !reading.isKept(unit) && !reading.isAboutOther(unit));
	return flat(reading.pairs(verbs, reading.all('msg', 'promo', 'write', 'get')));
}

/** "No offers", "no messages please": a clause of nothing else. Without a courtesy "no messages" may be a report. */
function bareRefusal(reading: Reading): Unit[] {
	if (reading.sentence.isQuestion) return [];
	const isPolite = reading.has('polite');
	const clause = clausesOf(reading.sentence)
		.map((units) => units.filter(({ roles }) => !roles.has('polite')))
		.find((units) => {
			const [first] = units;
			const isObject = ({ roles }: Unit) => roles.has('promo') || (isPolite && roles.has('msg'));
			const isPart = (unit: Unit) => isObject(unit) || REFUSAL_PARTS.some((role) => unit.roles.has(role));
			return first !== undefined && (first.roles.has('neg') || first.roles.has('nomore')) && units.some(isObject) && units.every(isPart);
		});
	return clause ?? [];
}

function optOutIn(reading: Reading): Finding | undefined {
	const units = optOutUnits(reading);
	const first = units[0];
	if (first === undefined) return undefined;
	const scope = scopeOf(reading, units);
	if (reading.asksAbout(first)) return { intent: 'none', confidence: 0.6, scope, units, why: 'in a question about it' };
	if (reading.all('how').some((how) => reading.at(how) < reading.at(first))) {
		return reading.has('other')
			? { intent: 'none', confidence: 0.5, scope, units, why: 'in a question about something else' }
			: { intent: 'optOut', confidence: ASKS_HOW, scope, units, why: 'asks how to opt out' };
	}
	const isGuess = units.some((unit) => unit.roles.has('typo'));
	return { intent: 'optOut', confidence: isGuess ? 0.75 : PLAIN, scope, units, why: 'asks for no more messages' };
}

function optInUnits(reading: Reading): Unit[] {
	const clear = (unit: Unit) => !reading.isNegated(unit) && !reading.isKept(unit) && !reading.isConditional(unit);
	const phrases = reading.all('in', 'sub').filter(clear);
	if (phrases[0] !== undefined) return [phrases[0]];
	if (reading.has('past', 'if', 'nowant', 'stop', 'neg')) return [];
	const objects = reading.all('msg', 'promo', 'list');
	const wanted = reading.pairs(reading.all('want').filter((verb) => clear(verb) && !reading.isAboutOther(verb)), reading.all('get'));
	const withObject = wanted.find(([, verb]) => reading.pairs([verb], objects).length > 0);
	if (withObject !== undefined) return withObject;
	const restarted = reading.pairs(reading.all('begin'), objects).filter(([verb, object]) => verb !== object && reading.distance(verb, object) <= NEAR);
	if (restarted.length > 0 && !reading.has('other') && !reading.sentence.isQuestion) return flat(restarted);
	const resumed = reading.pairs(reading.all('again', 'begin'), reading.all('send', 'write', 'get', 'want'));
	return reading.has('other') ? [] : flat(resumed.filter(([, verb]) => reading.pairs([verb], objects).length > 0));
}

function optInIn(reading: Reading): Finding | undefined {
	const units = optInUnits(reading);
	const first = units[0];
	if (first === undefined) return undefined;
	const scope = scopeOf(reading, units);
	if (reading.asksAbout(first) || reading.has('how')) {
		return { intent: 'none', confidence: 0.5, scope, units, why: 'in a question about it' };
	}
	return { intent: 'optIn', confidence: 0.85, scope, units, why: 'asks for messages' };
}

/** Deciding words that a negation or another meaning takes the force from. */
function protectedIn(reading: Reading): Finding | undefined {
	const keeps = reading.all('keep');
	const negated = reading.all('stop', 'unsub', 'key').filter((unit) => reading.isNegated(unit));
	const about = reading.all('stop', 'remove').filter((unit) => reading.isAboutOther(unit));
	const units = keeps.concat(negated, about);
	if (units.length === 0) return undefined;
	return { intent: 'none', confidence: 0.85, scope: 'all', units, why: 'means something else here' };
}

/** What a sentence asks for, by the structure of its words in one language; undefined when they say nothing about messages. */
export function judgeSentence({ sentence, words }: { sentence: Sentence; words: Words }): Finding | undefined {
	const reading = new Reading(sentence, words);
	return optOutIn(reading) ?? optInIn(reading) ?? protectedIn(reading);
}
