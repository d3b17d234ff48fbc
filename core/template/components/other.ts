import type { OtherComponent } from '../definition';
import { objectOf } from '../../shared/json';
import { unsupportedPart, type TemplatePart } from '../part';
import { variablesOf } from '../variables';

/** A component without fields of its own yet: refused when it needs a value, else left to Meta. */
export function otherPart(component: OtherComponent): TemplatePart | undefined {
	const { name, raw } = component;
	switch (name) {
		case 'CAROUSEL':
			return unsupportedPart('a carousel');
		case 'LIMITED_TIME_OFFER':
			return objectOf(raw.limited_time_offer).has_expiration === true
				? unsupportedPart('a limited-time offer with an end')
				: undefined;
		default:
			return variablesOf(JSON.stringify(raw)).length > 0
				? unsupportedPart(`variables in a component of the type ${name}`)
				: undefined;
	}
}
