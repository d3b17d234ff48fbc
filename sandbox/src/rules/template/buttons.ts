import { GraphError, invalidValue, missing } from '../../errors';
import { LIMITS } from '../../limits';
import { asObjects, asText, type JsonObject } from '../../json';
import { lengthOf } from '../shape';
import { buttonsOf, findComponent, keyword } from './components';
import { checkAction, checkCallParameters } from './actions';
import { fill, variablesOf } from './placeholders';
import { badParameter, countMismatch, formatMismatch } from './textParameters';

/** Button type of a definition to the `sub_type` that fills it; a type that is not here takes no parameters. */
const SUB_TYPES: Readonly<Record<string, string>> = {
	QUICK_REPLY: 'quick_reply',
	URL: 'url',
	OTP: 'url',
	COPY_CODE: 'copy_code',
	FLOW: 'flow',
	CATALOG: 'catalog',
	MPM: 'mpm',
	VOICE_CALL: 'voice_call',
	ORDER_DETAILS: 'order_details',
};

/** Kind of the one parameter that a `sub_type` takes. */
const PARAMETER_TYPES: Readonly<Record<string, string>> = {
	quick_reply: 'payload',
	url: 'text',
	copy_code: 'coupon_code',
	flow: 'action',
	catalog: 'action',
	mpm: 'action',
	order_details: 'action',
};

function needsParameter(button: JsonObject): boolean {
	const type = keyword(button.type);
	if (type === 'URL') return variablesOf(asText(button.url) ?? '').length > 0;
	return type === 'COPY_CODE' || type === 'OTP' || type === 'MPM' || type === 'ORDER_DETAILS';
}

function checkUrl(input: { button: JsonObject; value: string; where: string }): void {
	const { button, value, where } = input;
	const url = fill(asText(button.url) ?? '', { 1: value });
	if (lengthOf(url) > LIMITS.template.url)
		throw invalidValue(`${where}: the URL is longer than ${LIMITS.template.url} characters`);
	if (/\s/.test(value)) throw badParameter(`${where}: the URL suffix must not contain spaces`);
}

function checkCouponCode(input: { value: string; where: string; max: number }): void {
	const { value, where, max } = input;
	if (lengthOf(value) > max || !/^[A-Za-z0-9]+$/.test(value))
		throw invalidValue(`${where}: coupon_code must be 1 to ${max} letters and digits`);
}

function checkParameter(input: {
	button: JsonObject;
	parameters: readonly JsonObject[];
	where: string;
	couponMax: number;
}): void {
	const { button, parameters, where, couponMax } = input;
	const type = keyword(button.type);
	if (type === 'VOICE_CALL') checkCallParameters({ parameters, where });
	const expected = PARAMETER_TYPES[SUB_TYPES[type] ?? ''];
	if (expected === undefined) return;
	const [parameter] = parameters;
	if (!parameter || parameters.length > 1) throw countMismatch({ where, received: parameters.length, expected: 1 });
	const received = asText(parameter.type) ?? 'unknown';
	if (received !== expected)
		throw formatMismatch(`${where}: Format mismatch, expected ${expected}, received ${received}`);
	if (expected === 'action') {
		checkAction({ type, action: parameter.action, where });
		return;
	}
	const value = asText(parameter[expected]);
	if (!value) throw formatMismatch(`${where}: Parameter of type ${expected} is missing its value`);
	// The length of a quick reply payload in a template is not documented (cloud-api 1.5), so none is too long here.
	if (type === 'URL') checkUrl({ button, value, where });
	if (type === 'COPY_CODE') checkCouponCode({ value, where, max: couponMax });
	if (type !== 'OTP') return;
	if (lengthOf(value) > LIMITS.template.oneTimePassword)
		throw invalidValue(`${where}: the code is longer than ${LIMITS.template.oneTimePassword} characters`);
	if (/:\/\/|www\./i.test(value) || /\p{Extended_Pictographic}/u.test(value))
		throw invalidValue(`${where}: the code must not have URLs or emoji`);
}

/** Meta's example of a call button has no index, so it is found by its type. */
function positionOf(component: JsonObject, buttons: readonly JsonObject[]): number {
	const index = asText(component.index);
	if (index === undefined && keyword(component.sub_type) === 'VOICE_CALL') {
		const position = buttons.findIndex(({ type }) => keyword(type) === 'VOICE_CALL');
		if (position >= 0) return position;
	}
	if (index === undefined) throw missing('buttons: the parameter index is required.');
	if (!/^\d+$/.test(index)) throw invalidValue(`buttons: index "${index}" is not a number.`);
	return Number(index);
}

/** Checks the button components of a send against the definition (cloud-api 1.5). */
export function checkButtons(input: { defined: readonly JsonObject[]; sent: readonly JsonObject[] }): void {
	const buttons = buttonsOf(input.defined);
	const limitedTimeOffer = findComponent(input.defined, 'LIMITED_TIME_OFFER');
	const couponMax = limitedTimeOffer ? LIMITS.template.limitedTimeOfferCouponCode : LIMITS.template.couponCode;
	const seen = new Set<number>();
	for (const component of input.sent.filter(({ type }) => keyword(type) === 'BUTTON')) {
		const index = positionOf(component, buttons);
		const button = buttons[index];
		const where = `buttons: Button at index ${index}`;
		if (!button) throw badParameter(`${where} does not exist in the template`);
		if (seen.has(index)) throw badParameter(`${where} is given twice`);
		seen.add(index);
		const subType = (asText(component.sub_type) ?? '').toLowerCase();
		const type = keyword(button.type);
		if (subType !== SUB_TYPES[type]) throw badParameter(`${where} of type ${type} does not take sub_type "${subType}"`);
		if (type === 'URL' && !needsParameter(button))
			throw countMismatch({ where, received: asObjects(component.parameters).length, expected: 0 });
		checkParameter({ button, parameters: asObjects(component.parameters), where, couponMax });
	}
	const unfilled = buttons.findIndex((button, index) => needsParameter(button) && !seen.has(index));
	if (unfilled >= 0) {
		throw new GraphError({
			code: 131008,
			details: `buttons: Button at index ${unfilled} of type ${keyword(buttons[unfilled]?.type)} requires a parameter`,
		});
	}
}
