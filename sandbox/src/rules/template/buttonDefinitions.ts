import { invalidParameter } from '../../errors';
import { asObjects, asText, type JsonObject } from '../../json';
import { LIMITS } from '../../limits';
import { lengthOf } from '../shape';
import { keyword } from './components';
import { variablesOf } from './placeholders';

const BUTTON_TYPES = [
	'QUICK_REPLY',
	'URL',
	'PHONE_NUMBER',
	'COPY_CODE',
	'OTP',
	'FLOW',
	'CATALOG',
	'MPM',
	'SPM',
	'VOICE_CALL',
	'ORDER_DETAILS',
	'REQUEST_CONTACT_INFO',
];
/** Types whose label the business writes. */
const LABELLED = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'FLOW'];
const MOST: Readonly<Record<string, number>> = {
	URL: LIMITS.template.urlButtons,
	PHONE_NUMBER: LIMITS.template.phoneButtons,
	COPY_CODE: LIMITS.template.copyCodeButtons,
	OTP: 1,
};
/** Types for an authentication template, and those for every other one. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
	OTP: ['AUTHENTICATION'],
	REQUEST_CONTACT_INFO: ['MARKETING', 'UTILITY'],
};

function checkUrlButton(input: { button: JsonObject; where: string }): void {
	const { button, where } = input;
	const url = asText(button.url) ?? '';
	if (!/^https?:\/\//i.test(url)) throw invalidParameter(`${where}: url must be an http or https address`);
	if (lengthOf(url) > LIMITS.template.url)
		throw invalidParameter(`${where}: url must be at most ${LIMITS.template.url} characters long`);
	if (variablesOf(url).length === 0) return;
	if (variablesOf(url).length > 1 || !/\{\{1\}\}$/.test(url))
		throw invalidParameter(`${where}: url may have one variable, {{1}}, at its end`);
	const example = Array.isArray(button.example) ? button.example : [button.example];
	if (!asText(example[0])) throw invalidParameter(`${where}: an example is required for the variable of the url`);
}

function checkCodeButton(input: { button: JsonObject; where: string }): void {
	const { button, where } = input;
	const example = asText(Array.isArray(button.example) ? button.example[0] : button.example) ?? '';
	if (example === '' || lengthOf(example) > LIMITS.template.couponCode)
		throw invalidParameter(`${where}: an example of 1 to ${LIMITS.template.couponCode} characters is required`);
}

function checkOneTimePassword(input: { button: JsonObject; where: string }): void {
	const { button, where } = input;
	const kind = keyword(button.otp_type);
	if (!['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].includes(kind))
		throw invalidParameter(`${where}: otp_type must be one of {COPY_CODE, ONE_TAP, ZERO_TAP}`);
	if (kind === 'COPY_CODE') return;
	const apps = asObjects(button.supported_apps);
	if (apps.length === 0 || apps.some((app) => !asText(app.package_name) || !asText(app.signature_hash)))
		throw invalidParameter(`${where}: supported_apps with package_name and signature_hash is required for ${kind}`);
	if (kind === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true)
		throw invalidParameter(`${where}: zero_tap_terms_accepted must be true for ZERO_TAP`);
}

function checkFlowButton(input: { button: JsonObject; where: string }): void {
	const { flow_id: id, flow_name: name, flow_json: json } = input.button;
	if ([id, name, json].filter((each) => each !== undefined).length !== 1)
		throw invalidParameter(`${input.where}: exactly one of flow_id, flow_name and flow_json is required`);
}

function checkButton(button: JsonObject, position: number): void {
	const type = asText(button.type) ?? '';
	const where = `BUTTONS[${position}]`;
	if (!BUTTON_TYPES.includes(type))
		throw invalidParameter(`${where}: type must be one of {${BUTTON_TYPES.join(', ')}}`);
	const text = asText(button.text) ?? '';
	if (LABELLED.includes(type) && text === '') throw invalidParameter(`${where}: text is required`);
	if (lengthOf(text) > LIMITS.template.buttonText)
		throw invalidParameter(`${where}: text must be at most ${LIMITS.template.buttonText} characters long`);
	if (type === 'URL') checkUrlButton({ button, where });
	if (type === 'COPY_CODE') checkCodeButton({ button, where });
	if (type === 'OTP') checkOneTimePassword({ button, where });
	if (type === 'FLOW') checkFlowButton({ button, where });
	if (type !== 'PHONE_NUMBER') return;
	const phoneNumber = asText(button.phone_number) ?? '';
	if (phoneNumber === '' || lengthOf(phoneNumber) > LIMITS.template.phoneNumber)
		throw invalidParameter(`${where}: phone_number of 1 to ${LIMITS.template.phoneNumber} characters is required`);
}

function isGrouped(types: readonly string[]): boolean {
	const first = types.indexOf('QUICK_REPLY');
	if (first < 0) return true;
	const last = types.lastIndexOf('QUICK_REPLY');
	const together = types.slice(first, last + 1).every((type) => type === 'QUICK_REPLY');
	return together && (first === 0 || last === types.length - 1);
}

/** BUTTONS: up to 10, so many of each type, quick replies grouped before or after the rest (cloud-api 3.2). */
export function checkButtonDefinitions({ component, category }: { component: JsonObject; category: string }): void {
	const buttons = asObjects(component.buttons);
	if (buttons.length === 0) throw invalidParameter('BUTTONS: buttons must not be empty');
	if (buttons.length > LIMITS.template.buttons)
		throw invalidParameter(`BUTTONS: at most ${LIMITS.template.buttons} buttons`);
	buttons.forEach(checkButton);
	const types = buttons.map(({ type }) => asText(type) ?? '');
	for (const [type, most] of Object.entries(MOST)) {
		if (types.filter((each) => each === type).length > most)
			throw invalidParameter(`BUTTONS: at most ${most} button(s) of type ${type}`);
	}
	const foreign = types.find((type) => ONLY[type] && !ONLY[type].includes(category));
	if (foreign !== undefined) throw invalidParameter(`BUTTONS: ${foreign} does not go with the category ${category}`);
	if (!isGrouped(types))
		throw invalidParameter('BUTTONS: quick replies must be grouped together, before or after all others');
}
