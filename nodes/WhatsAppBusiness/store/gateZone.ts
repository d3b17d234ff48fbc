import type { GateRules } from '../../../core/gate/rules';
import { recipientZone, type RecipientZone } from '../../../core/gate/zone';
import { timeZonesOf } from '../../../core/phone/country';
import { placeOfDigits } from '../../../core/phone/details';
import type { GateSetting } from './gate';
import type { Person } from './people';

/** Zones of the country in the record, else of the phone, whose area may tell one, else of the BSUID (cloud-api 1.9). */
function countryZones({ ids, contact }: Pick<Person, 'ids' | 'contact'>): readonly string[] {
	const recorded = contact?.country.toUpperCase() ?? '';
	const phone = ids.find((id) => /^\d+$/.test(id));
	const place = phone === undefined ? undefined : placeOfDigits(phone);
	if (place !== undefined && place.country !== '' && (recorded === '' || recorded === place.country)) return place.timeZones;
	const userId = ids.find((id) => id !== phone) ?? '';
	return timeZonesOf(recorded === '' ? (/^([A-Z]{2})\./.exec(userId)?.[1] ?? '') : recorded);
}

/** The time zone of a person, by the surest of what is known. */
export function zoneFor(
	request: { timeZone: string; rules: Pick<GateRules, 'zoneChoice'> },
	person: Pick<Person, 'ids' | 'contact'>,
	setting: Pick<GateSetting, 'now' | 'workflowZone'>,
): RecipientZone {
	return recipientZone(
		{
			given: request.timeZone,
			recorded: person.contact?.timeZone ?? '',
			country: () => countryZones(person),
			workflow: setting.workflowZone,
		},
		{ choice: request.rules.zoneChoice, now: setting.now },
	);
}
