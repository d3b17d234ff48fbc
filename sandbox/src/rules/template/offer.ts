import { invalidParameter } from '../../errors';
import { asObject, asObjects, asText, type JsonObject } from '../../json';
import { LIMITS } from '../../limits';
import type { State } from '../../state';
import { lengthOf } from '../shape';
import { findComponent, keyword } from './components';
import { badParameter, countMismatch, formatMismatch } from './textParameters';

const TYPE = 'LIMITED_TIME_OFFER';
/** The last moment that a date can name. */
const LAST_MOMENT = 8.64e15;

/** LIMITED_TIME_OFFER of a definition: a short text, marketing only, no footer beside it (cloud-api 1.5, 3.2). */
export function checkOfferDefinition(input: { components: readonly JsonObject[]; category: string }): void {
	const { components, category } = input;
	const offer = findComponent(components, TYPE);
	if (!offer) return;
	const { text, has_expiration: expires } = asObject(offer.limited_time_offer);
	const length = lengthOf(asText(text) ?? '');
	if (length === 0 || length > LIMITS.template.limitedTimeOfferText)
		throw invalidParameter(`${TYPE}: text of 1 to ${LIMITS.template.limitedTimeOfferText} characters is required`);
	if (expires !== undefined && typeof expires !== 'boolean')
		throw invalidParameter(`${TYPE}: has_expiration must be true or false`);
	if (category !== 'MARKETING') throw invalidParameter(`${TYPE} is for the category MARKETING only`);
	if (findComponent(components, 'FOOTER')) throw invalidParameter(`${TYPE} does not go with a FOOTER`);
}

/**
 * The end of the offer in a send: milliseconds since the epoch, needed when the definition says that it ends. A moment in
 * the past is refused with 132018; Meta's code for it is unverified.
 */
export function checkOffer(input: { state: State; defined: readonly JsonObject[]; sent: readonly JsonObject[] }): void {
	const { state, defined, sent } = input;
	const definition = findComponent(defined, TYPE);
	const component = findComponent(sent, TYPE);
	if (!definition) {
		if (component) throw badParameter('limited_time_offer: the template has no such component');
		return;
	}
	const expires = asObject(definition.limited_time_offer).has_expiration === true;
	const parameters = asObjects(component?.parameters);
	const expected = expires ? 1 : 0;
	if (parameters.length !== expected)
		throw countMismatch({ where: 'limited_time_offer', received: parameters.length, expected });
	const [parameter] = parameters;
	if (!parameter) return;
	const type = keyword(parameter.type);
	if (type !== TYPE) throw formatMismatch(`limited_time_offer: Format mismatch, expected ${TYPE}, received ${type}`);
	const end = asObject(parameter.limited_time_offer).expiration_time_ms;
	if (typeof end !== 'number' || !Number.isInteger(end) || end > LAST_MOMENT)
		throw formatMismatch('limited_time_offer: expiration_time_ms must be a whole number of milliseconds');
	if (end <= state.clock.now()) throw badParameter('limited_time_offer: expiration_time_ms is in the past');
}
