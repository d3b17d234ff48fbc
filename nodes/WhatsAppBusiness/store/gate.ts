import type { ContactIds } from '../../../core/contact/record';
import { decideGate, type GateDecision, type GateQuestion } from '../../../core/gate/decide';
import { limitsFrequency } from '../../../core/gate/rules';
import type { RecipientZone } from '../../../core/gate/zone';
import type { CollectionName } from './collections';
import { toConsentRecord } from './consentStore';
import { zoneFor } from './gateZone';
import { findPeople, type Person } from './people';
import type { RecordStore, Row } from './recordStore';
import { nextNumber, ownNumber, SendLog, toSends, type Reservation, type SendRecord } from './sendLog';

/** One message about which the gate is asked. */
export interface GateRequest extends Pick<GateQuestion, 'category' | 'purpose' | 'priority' | 'rules'> {
	ids: ContactIds;
	/** IANA name; '' when it is to be found. */
	timeZone: string;
	/** Whether it is counted when it passes. */
	counts: boolean;
	/** Whether it goes out when the store cannot be asked. */
	allowWithoutStore: boolean;
}

/** The gate's answer about one message. */
export interface GateVerdict extends GateDecision {
	contactKey: string;
	zone: RecipientZone;
	/** The row by which it was counted. */
	reservation?: Row;
}

/** Position of the output for each decision. */
export const GATE_OUTPUTS = { send: 0, wait: 1, suppress: 2 } as const;

/** Where and when the gate is asked. */
export interface GateSetting {
	store: RecordStore;
	/** Milliseconds since 1970. */
	now: number;
	/** The workflow's own time zone. */
	workflowZone: string;
}

/**
 * How often a message tries for a number of its person when other executions take it. Each time one of the contenders
 * gets on, so that this many executions at once do.
 */
const MOST_ROUNDS = 25;

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** What is known of a person while the messages to them are decided one after the other. */
interface Dossier extends Person {
	consent: GateQuestion['consent'];
	sends: SendRecord[];
}

function dossierOf(person: Person, now: number): Dossier {
	const { consent = [], sends = [] } = person.rows;
	return { ...person, consent: consent.map(toConsentRecord), sends: toSends(sends, now) };
}

function answerFor(request: GateRequest, { dossier, setting }: { dossier: Dossier; setting: GateSetting }): GateVerdict {
	const { category, purpose, priority, rules } = request;
	const zone = zoneFor(request, dossier, setting);
	const sends = dossier.sends.filter(({ state }) => state !== 'released');
	const { consent, contact, contactKey } = dossier;
	const decision = decideGate({ category, purpose, priority, rules, consent, contact, sends, zone, now: setting.now });
	return { ...decision, contactKey, zone };
}

function withoutStore(request: GateRequest, { error, setting }: { error: unknown; setting: GateSetting }): GateVerdict {
	const { ids, category, purpose, priority, rules, allowWithoutStore } = request;
	const contactKey = ids.userId === '' ? ids.phone : ids.userId;
	const zone = zoneFor(request, { ids: [ids.phone, ids.userId].filter((id) => id !== '') }, setting);
	const storeFailure = { message: messageOf(error), allow: allowWithoutStore };
	const about = { category, purpose, priority, rules, zone, storeFailure, now: setting.now };
	return { ...decideGate({ ...about, consent: [], contact: undefined, sends: [] }), contactKey, zone };
}

function reservationFor(request: GateRequest, dossier: Dossier): Reservation {
	const { category, purpose, ids, rules } = request;
	const { contactKey, contact } = dossier;
	return {
		contactKey,
		phone: ids.phone || (contact?.phone ?? ''),
		userId: ids.userId || (contact?.userId ?? ''),
		category,
		purpose,
		owner: crypto.randomUUID(),
		number: limitsFrequency(rules) ? nextNumber(dossier.sends) : ownNumber(),
	};
}

/** The collections that the rules and the counting need. */
function collectionsFor(requests: readonly GateRequest[]): CollectionName[] {
	const asksConsent = requests.some(({ rules }) => rules.consent !== 'off');
	const asksSends = requests.some(({ rules, counts }) => counts || limitsFrequency(rules));
	return ['contacts', ...(asksConsent ? ['consent' as const] : []), ...(asksSends ? ['sends' as const] : [])];
}

interface Pending {
	index: number;
	request: GateRequest;
}

interface Granted extends Pending {
	verdict: GateVerdict;
	reservation: Reservation;
}

/** Decides the messages in their order, each knowing those before it; gives those that have to be counted. */
function decideInOrder(
	pending: readonly Pending[],
	{ people, setting, verdicts }: { people: readonly Person[]; setting: GateSetting; verdicts: GateVerdict[] },
): Granted[] {
	const dossiers = new Map<Person, Dossier>();
	return pending.flatMap(({ index, request }, position) => {
		const person = people[position];
		if (person === undefined) return [];
		const dossier = dossiers.get(person) ?? dossierOf(person, setting.now);
		dossiers.set(person, dossier);
		const verdict = answerFor(request, { dossier, setting });
		verdicts[index] = verdict;
		if (verdict.decision !== 'send' || !request.counts) return [];
		const reservation = reservationFor(request, dossier);
		dossier.sends.push({ ...reservation, sendKey: '', state: 'reserved', sentAt: setting.now });
		return [{ index, request, verdict, reservation }];
	});
}

/**
 * What was granted and then turned out to rest on a number that somebody else has: the message itself, and later ones
 * of the same person, which counted on it.
 */
function overtaken(granted: readonly Granted[], rows: ReadonlyArray<Row | undefined>): Set<number> {
	const lowestLost = new Map<string, number>();
	for (const [position, { reservation }] of granted.entries()) {
		if (rows[position] !== undefined) continue;
		const { contactKey, number } = reservation;
		lowestLost.set(contactKey, Math.min(number, lowestLost.get(contactKey) ?? number));
	}
	const isOvertaken = ({ reservation: { contactKey, number } }: Granted) =>
		number >= (lowestLost.get(contactKey) ?? Number.POSITIVE_INFINITY);
	return new Set(granted.flatMap((grant, position) => (isOvertaken(grant) ? [position] : [])));
}

const BUSY = 'Other executions are sending to this person at the same moment; ask again';

/**
 * Decides about many messages at once: one look-up for all people, then one claim for those that pass and count.
 *
 * Messages under a frequency rule are numbered per person, and a number is claimed by one execution only. Whoever has a
 * number has seen every one below it, so that no two executions pass a cap that has room for one. Where somebody else
 * took the number, the message is decided once more with what stands then.
 *
 * A store that fails makes no exception: the messages are held back, or let through where their request says so.
 */
export async function askGate(requests: readonly GateRequest[], setting: GateSetting): Promise<GateVerdict[]> {
	const verdicts: GateVerdict[] = [];
	const log = new SendLog(setting.store);
	let pending: Pending[] = requests.map((request, index) => ({ index, request }));
	try {
		for (let round = 0; pending.length > 0 && round < MOST_ROUNDS; round += 1) {
			const asked = { people: pending.map(({ request }) => request.ids), collections: collectionsFor(requests) };
			const people = await findPeople(setting.store, asked);
			const granted = decideInOrder(pending, { people, setting, verdicts });
			const rows = await log.reserve(granted.map(({ reservation }) => reservation), setting.now);
			const again = overtaken(granted, rows);
			await log.release(rows.filter((row, position): row is Row => row !== undefined && again.has(position)));
			for (const [position, { verdict }] of granted.entries()) {
				if (!again.has(position)) verdict.reservation = rows[position];
			}
			pending = granted.filter((_, position) => again.has(position));
		}
	} catch (error) {
		for (const { index, request } of pending) {
			// What was held back already stays so, even where messages go out without the store.
			if (verdicts[index] === undefined || verdicts[index].decision === 'send') {
				verdicts[index] = withoutStore(request, { error, setting });
			}
		}
		return verdicts;
	}
	for (const { index } of pending) {
		const verdict = verdicts[index];
		if (verdict !== undefined) verdicts[index] = { ...verdict, decision: 'suppress', reason: 'busy', text: BUSY };
	}
	return verdicts;
}
