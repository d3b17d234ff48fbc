import { InvalidInput, Problems } from '../errors/invalidInput';
import { contactKeyOf, parseRecipient } from '../phone/recipient';
import { CONSENT_CATEGORIES, CONSENT_STATES, type ConsentRecord } from './record';
import { parseUntil } from './until';

/** The columns of an import, and other names that lists use for them; case, blanks, dashes and underscores do not matter. */
const NAMES: Record<string, readonly string[]> = {
	contact: ['contact', 'contactkey', 'phone', 'phonenumber', 'mobile', 'number', 'waid', 'whatsapp', 'to', 'userid', 'bsuid'],
	category: ['category'],
	state: ['state', 'decision', 'status', 'consent'],
	reason: ['reason'],
	source: ['source'],
	messageId: ['messageid', 'evidence'],
	recordedAt: ['recordedat', 'date', 'time', 'timestamp', 'optoutdate'],
	until: ['until'],
};

const STATES: Record<string, (typeof CONSENT_STATES)[number]> = {
	optedout: 'opted_out',
	optout: 'opted_out',
	unsubscribed: 'opted_out',
	stop: 'opted_out',
	no: 'opted_out',
	false: 'opted_out',
	optedin: 'opted_in',
	optin: 'opted_in',
	subscribed: 'opted_in',
	yes: 'opted_in',
	true: 'opted_in',
	pending: 'pending',
};

function plain(name: string): string {
	return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** How columns that are not there are filled in, and phones without a country code read. */
export interface ImportDefaults {
	state: ConsentRecord['state'];
	category: ConsentRecord['category'];
	source: string;
	defaultCountry?: string;
	/** IANA zone of times without one. */
	zone: string;
	/** ISO time for rows without one. */
	now: string;
}

/**
 * A consent record of a row of somebody's list, by the names of its columns. An export of ours comes back as it was.
 *
 * @throws {InvalidInput} naming the columns that cannot be read
 */
export function consentFromRow(row: Readonly<Record<string, unknown>>, defaults: ImportDefaults): ConsentRecord {
	const cells = new Map(Object.entries(row).map(([name, value]) => [plain(name), value === null || value === undefined ? '' : String(value).trim()]));
	const cell = (column: string) => (NAMES[column] ?? []).map((name) => cells.get(name) ?? '').find((value) => value !== '') ?? '';
	const problems = new Problems();
	const read = <T>(make: () => T, fallback: T): T => {
		try {
			return make();
		} catch (error) {
			if (error instanceof InvalidInput) for (const problem of error.problems) problems.add(problem.field, problem.message);
			return fallback;
		}
	};
	const person = read(() => parseRecipient({ value: cell('contact'), field: 'contact', defaultCountry: defaults.defaultCountry }), undefined);
	if (person?.kind === 'group') problems.add('contact', 'must be a person');
	const state = cell('state') === '' ? defaults.state : STATES[plain(cell('state'))];
	if (state === undefined) problems.add('state', `"${cell('state')}" is none of ${CONSENT_STATES.join(', ')}`);
	const category = cell('category') === '' ? defaults.category : CONSENT_CATEGORIES.find((known) => known === plain(cell('category')));
	if (category === undefined) problems.add('category', `"${cell('category')}" is none of ${CONSENT_CATEGORIES.join(', ')}`);
	const until = read(() => parseUntil({ value: cell('until'), zone: defaults.zone }), '');
	const recordedAt = read(() => parseUntil({ value: cell('recordedAt'), zone: defaults.zone }), '') || defaults.now;
	problems.throwIfAny();
	const isId = person?.kind === 'userId';
	const other = (column: string) => cells.get(column) ?? '';
	const contactKey = person === undefined ? '' : contactKeyOf(person);
	return {
		contactKey,
		phone: isId ? other('phone') : contactKey,
		userId: isId ? contactKey : other('userid'),
		category: category ?? defaults.category,
		state: state ?? defaults.state,
		reason: cell('reason'),
		source: cell('source') || defaults.source,
		messageId: cell('messageId'),
		recordedAt,
		until,
	};
}
