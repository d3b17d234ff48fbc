import { hasEmoji } from '../../message/emoji';
import { arrayOf, isJsonObject, objectOf, textOf, type JsonObject } from '../../shared/json';
import { SOURCES, type LintReport } from './report';
import type { LintContext } from './texts';

/** Limits of cloud-api 3.2. */
const MOST = { buttons: 10, text: 25, url: 2000, phoneNumber: 20, code: 20 } as const;

/** Buttons of one kind in one template. */
const MOST_OF: Readonly<Record<string, number>> = { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, OTP: 1 };

const KINDS = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'OTP', 'FLOW', 'CATALOG', 'MPM', 'SPM', 'VOICE_CALL', 'ORDER_DETAILS', 'REQUEST_CONTACT_INFO'];

/** Kinds whose label the shop writes. */
const LABELLED = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'FLOW'];

/** From this many on, the buttons are folded away, and WhatsApp on a desktop shows none (cloud-api 3.2). */
const FOLDED = 4;

/** Addresses that hide where they lead; Meta's reviewers refuse them. */
const SHORTENERS = /^https?:\/\/(?:www\.)?(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|cutt\.ly|rb\.gy|shorturl\.at)\//i;

const WHATSAPP_LINK = /^https?:\/\/(?:www\.)?(?:wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|whatsapp\.com)\b/i;

function kindOf(button: JsonObject): string {
	return (textOf(button.type) ?? '').toUpperCase();
}

/** The buttons of one BUTTONS component. */
export function buttonsOf(component: JsonObject): JsonObject[] {
	return arrayOf(component.buttons).filter(isJsonObject);
}

function lintLabel(report: LintReport, { button, field }: { button: JsonObject; field: string }): void {
	const text = textOf(button.text) ?? '';
	const { length } = [...text];
	if (LABELLED.includes(kindOf(button)) && text.trim() === '') report.error(field, 'needs a text', SOURCES.shape);
	if (length > MOST.text) report.error(field, `"${text}" has ${length} characters, at most ${MOST.text} are allowed`, SOURCES.tooLong);
	if (/\{\{/.test(text)) report.error(field, 'must not have a variable in its text', SOURCES.shape);
	if (/[\r\n]/.test(text)) report.error(field, 'must be one line', SOURCES.shape);
	if (hasEmoji(text)) report.warning(field, 'has emoji, which Meta may refuse in a button', SOURCES.review);
}

function lintUrl(report: LintReport, { button, field }: { button: JsonObject; field: string }): void {
	const url = textOf(button.url) ?? '';
	if (!/^https?:\/\/[^\s{}]/i.test(url)) report.error(field, 'needs an address that begins with https:// and a fixed host', SOURCES.shape);
	if (url.length > MOST.url) report.error(field, `the address has ${url.length} characters, at most ${MOST.url} are allowed`, SOURCES.tooLong);
	if (SHORTENERS.test(url)) report.warning(field, 'uses a link shortener, which Meta refuses in templates; use your own domain', SOURCES.policy);
	if (WHATSAPP_LINK.test(url)) report.error(field, 'must not lead to WhatsApp itself', SOURCES.shape);
	const variables = url.match(/\{\{[^{}]*\}\}/g) ?? [];
	if (variables.length === 0) return;
	// A named template's address takes {{1}} too: it has one variable and no name to give.
	if (variables.length > 1 || !/\{\{[^{}]*\}\}$/.test(url)) report.error(field, 'may have one variable, at the end of the address', SOURCES.shape);
	const example: unknown = Array.isArray(button.example) ? button.example[0] : button.example;
	if (textOf(example) === undefined) report.error(field, 'needs a sample for the variable of its address in example', SOURCES.shape);
}

function lintOther(report: LintReport, { button, field }: { button: JsonObject; field: string }): void {
	const kind = kindOf(button);
	const example = textOf(Array.isArray(button.example) ? button.example[0] : button.example) ?? '';
	const phoneNumber = textOf(button.phone_number) ?? '';
	if (kind === 'PHONE_NUMBER' && (phoneNumber === '' || phoneNumber.length > MOST.phoneNumber)) {
		report.error(field, `needs a phone_number of at most ${MOST.phoneNumber} characters`, SOURCES.shape);
	}
	if (kind === 'COPY_CODE' && (example === '' || example.length > MOST.code)) {
		report.error(field, `needs a sample code of at most ${MOST.code} characters in example`, SOURCES.shape);
	}
	if (kind === 'FLOW' && [button.flow_id, button.flow_name, button.flow_json].filter((each) => each !== undefined).length !== 1) {
		report.error(field, 'needs exactly one of flow_id, flow_name and flow_json', SOURCES.shape);
	}
	if (kind === 'OTP' && !['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].includes((textOf(button.otp_type) ?? '').toUpperCase())) {
		report.error(field, 'otp_type must be COPY_CODE, ONE_TAP or ZERO_TAP', SOURCES.shape);
	}
}

function isGrouped(kinds: readonly string[]): boolean {
	const replies = kinds.flatMap((kind, index) => (kind === 'QUICK_REPLY' ? [index] : []));
	const [first, last] = [replies[0], replies.at(-1)];
	if (first === undefined || last === undefined) return true;
	return last - first + 1 === replies.length && (first === 0 || last === kinds.length - 1);
}

function lintTogether({ report, category }: LintContext, { buttons, field }: { buttons: JsonObject[]; field: string }): void {
	const kinds = buttons.map(kindOf);
	if (buttons.length === 0) report.error(field, 'must not be empty; leave the component out', SOURCES.shape);
	if (buttons.length > MOST.buttons) report.error(field, `${buttons.length} buttons, at most ${MOST.buttons} are allowed`, SOURCES.shape);
	for (const [kind, most] of Object.entries(MOST_OF)) {
		const count = kinds.filter((each) => each === kind).length;
		if (count > most) report.error(field, `${count} buttons of type ${kind}, at most ${most} allowed`, SOURCES.shape);
	}
	if (!isGrouped(kinds)) report.error(field, 'quick replies must stand together, before or after all other buttons', SOURCES.shape);
	const labels = buttons.flatMap((button) => textOf(button.text)?.trim().toLowerCase() ?? []);
	if (new Set(labels).size < labels.length) report.warning(field, 'two buttons have the same text', SOURCES.review);
	if (kinds.includes('OTP') !== (category === 'AUTHENTICATION')) {
		report.error(field, category === 'AUTHENTICATION' ? 'an authentication template needs an OTP button' : 'an OTP button is for authentication templates only', SOURCES.shape);
	}
	if (buttons.length >= FOLDED) report.warning(field, `${buttons.length} buttons: the phone folds them behind "See all options", WhatsApp on a desktop does not show them`, SOURCES.advice);
}

/** The BUTTONS component. */
export function lintButtons(context: LintContext, { component, field }: { component: JsonObject; field: string }): void {
	const { report } = context;
	const buttons = buttonsOf(component);
	const where = field === 'BUTTONS' ? 'Button' : `${field} Button`;
	lintTogether(context, { buttons, field });
	for (const [index, button] of buttons.entries()) {
		const one = { button: objectOf(button), field: `${where} ${index + 1}` };
		const kind = kindOf(button);
		if (!KINDS.includes(kind)) report.warning(one.field, `the type ${kind === '' ? '(none)' : kind} is not known here`, SOURCES.shape);
		lintLabel(report, one);
		if (kind === 'URL') lintUrl(report, one);
		lintOther(report, one);
	}
}
