import { IANAZone } from 'luxon';
import type { ZoneChoice } from './rules';

/** A recipient's time zone, and how it was found. */
export interface RecipientZone {
	/** IANA name. */
	name: string;
	/** `given` in the form, in the contact `record`, by `country`, or the `workflow`'s own because nothing else is known. */
	source: 'given' | 'record' | 'country' | 'workflow';
}

/** One zone of a country's, the main one first. `earliest` is where the clock is furthest behind at that time. */
function choose(zones: readonly string[], { choice, now }: { choice: ZoneChoice; now: number }): string | undefined {
	if (choice === 'main') return zones[0];
	const sign = choice === 'earliest' ? 1 : -1;
	const offsetOf = (zone: string) => sign * IANAZone.create(zone).offset(now);
	return zones.reduce<string | undefined>(
		(best, zone) => (best === undefined || offsetOf(zone) < offsetOf(best) ? zone : best),
		undefined,
	);
}

/**
 * The recipient's time zone, by the surest of what is known.
 *
 * @param known.given by the operator, checked before
 * @param known.recorded in the contact record, perhaps by hand: one that does not exist is passed over
 * @param known.country gives the zones of the country, the one of most people first; [] when it is unknown. Asked last, since
 * to find the country of a phone takes long
 * @param known.workflow the workflow's own zone
 */
export function recipientZone(
	known: { given: string; recorded: string; country: () => readonly string[]; workflow: string },
	by: { choice: ZoneChoice; now: number },
): RecipientZone {
	if (known.given !== '') return { name: known.given, source: 'given' };
	if (known.recorded !== '' && IANAZone.create(known.recorded).isValid) return { name: known.recorded, source: 'record' };
	const zone = choose(known.country(), by);
	return zone === undefined ? { name: known.workflow, source: 'workflow' } : { name: zone, source: 'country' };
}
