import { hasEmoji } from '../../message/emoji';
import { arrayOf, objectOf, textOf, type JsonObject } from '../../shared/json';
import { SAMPLE_FORMATS } from '../pack/samples';
import { SOURCES, type LintReport } from './report';
import { checkPlaces, checkSamples, checkVariables, distinctNames } from './variables';

/** Limits in characters (cloud-api 3.2). */
const MOST = { header: 60, body: 1024, offerBody: 600, cardBody: 160, footer: 60, offer: 16 } as const;

const HEADER_FORMATS = ['TEXT', ...SAMPLE_FORMATS, 'LOCATION', 'PRODUCT'];

/** What every part of a template is checked with. */
export interface LintContext {
	report: LintReport;
	/** NAMED or POSITIONAL. */
	format: string;
	category: string;
	/** Whether missing sample files are uploaded by the operation itself. */
	uploadsSamples: boolean;
}

function lengthOf(text: string): number {
	return [...text].length;
}

function checkLength(report: LintReport, { text, most, field }: { text: string; most: number; field: string }): void {
	const length = lengthOf(text);
	if (length > most) report.error(field, `has ${length} characters, at most ${most} are allowed`, SOURCES.tooLong);
	else if (distinctNames(text).length > 0 && length > most * 0.9) {
		report.warning(field, `has ${length} of ${most} characters already; long values will not fit`, SOURCES.advice);
	}
}

function checkMediaHeader(context: LintContext, { header, format, field }: { header: JsonObject; format: string; field: string }): void {
	const [handle] = arrayOf(objectOf(header.example).header_handle);
	const { report, uploadsSamples } = context;
	if (uploadsSamples) return;
	if (typeof handle !== 'string' || handle === '') report.error(field, `needs a sample file for ${format} in example.header_handle`, SOURCES.header);
	else if (!handle.startsWith('4:')) report.error(field, 'example.header_handle must be a handle (Media: Upload Sample), not an address', SOURCES.header);
	else if (isPlaceholderHandle(handle)) report.error(field, 'example.header_handle is a placeholder; Template: Create Pack uploads a file in its place', SOURCES.header);
}

/** A handle that stands for "some file", as the journeys' templates.json have: nobody can upload for another account. */
export function isPlaceholderHandle(handle: string): boolean {
	return /^4::?sample\b/i.test(handle);
}

/** The HEADER component. */
export function lintHeader(context: LintContext, { header, field }: { header: JsonObject; field: string }): void {
	const { report, format: variables, category } = context;
	const format = (textOf(header.format) ?? '').toUpperCase();
	if (!HEADER_FORMATS.includes(format)) {
		report.error(field, `format must be one of ${HEADER_FORMATS.join(', ')}`, SOURCES.header);
		return;
	}
	if (format === 'LOCATION' && category === 'AUTHENTICATION') report.error(field, 'a location is for utility and marketing only', SOURCES.header);
	if (format !== 'TEXT') {
		if (SAMPLE_FORMATS.some((each) => each === format)) checkMediaHeader(context, { header, format, field });
		return;
	}
	const text = textOf(header.text) ?? '';
	if (text.trim() === '') report.error(field, 'must not be empty', SOURCES.header);
	checkLength(report, { text, most: MOST.header, field });
	if (hasEmoji(text)) report.error(field, 'must not have emoji', SOURCES.header);
	if (/[\r\n]/.test(text)) report.error(field, 'must be one line', SOURCES.header);
	if (/[*~`]|(?<![\p{L}\p{N}{_])_(?=\S)[^_]*\S_(?![\p{L}\p{N}_}])/u.test(text)) report.error(field, 'must not have formatting characters (* _ ~ `)', SOURCES.header);
	if (distinctNames(text).length > 1) report.error(field, 'may have one variable', SOURCES.header);
	checkVariables(report, { text, field, format: variables });
	const example = objectOf(header.example);
	checkSamples(report, { text, field, positional: example.header_text, named: example.header_text_named_params, key: 'header_text' });
}

/** The BODY component, of a template or of a carousel's card. */
export function lintBody(context: LintContext, input: { body: JsonObject; field: string; kind: 'body' | 'offerBody' | 'cardBody' }): void {
	const { report, category, format } = context;
	const { body, field, kind } = input;
	const text = textOf(body.text) ?? '';
	if (category === 'AUTHENTICATION') {
		if (text !== '') report.error(field, "must have no text: an authentication message is Meta's own", SOURCES.body);
		return;
	}
	if (text.trim() === '') {
		report.error(field, 'must not be empty', SOURCES.body);
		return;
	}
	checkLength(report, { text, most: MOST[kind], field });
	if (/(?:\r?\n[^\S\n]*){3,}/.test(text)) report.error(field, 'must not have more than two line breaks in a row', SOURCES.body);
	if (/\t| {4,}/.test(text)) report.warning(field, 'has a tab or four blanks in a row, which WhatsApp does not show as such', SOURCES.body);
	if (text !== text.trim()) report.warning(field, 'begins or ends with blanks or line breaks', SOURCES.advice);
	checkVariables(report, { text, field, format });
	checkPlaces(report, { text, field });
	const example = objectOf(body.example);
	const rows = example.body_text;
	const positional: unknown = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : rows;
	checkSamples(report, { text, field, positional, named: example.body_text_named_params, key: 'body_text' });
}

/** The FOOTER component. */
export function lintFooter({ report, category }: LintContext, footer: JsonObject): void {
	const field = 'FOOTER';
	if (category === 'AUTHENTICATION') {
		const minutes = footer.code_expiration_minutes;
		if (minutes !== undefined && !(typeof minutes === 'number' && minutes >= 1 && minutes <= 90)) {
			report.error(field, 'code_expiration_minutes must be 1 to 90', SOURCES.footer);
		}
		return;
	}
	const text = textOf(footer.text) ?? '';
	if (text.trim() === '') report.error(field, 'must not be empty; leave the component out', SOURCES.footer);
	checkLength(report, { text, most: MOST.footer, field });
	if (/\{\{/.test(text)) report.error(field, 'must not have variables', SOURCES.footer);
	if (/[\r\n]/.test(text)) report.error(field, 'must be one line', SOURCES.footer);
	if (hasEmoji(text)) report.warning(field, 'has emoji, which Meta may refuse in a footer', SOURCES.footer);
}

/** The LIMITED_TIME_OFFER component. */
export function lintOffer({ report, category }: LintContext, offer: JsonObject): void {
	const field = 'LIMITED_TIME_OFFER';
	if (category !== 'MARKETING') report.error(field, 'is for marketing templates only', SOURCES.shape);
	const text = textOf(objectOf(offer.limited_time_offer).text) ?? '';
	if (text === '') report.error(field, 'must have a text', SOURCES.shape);
	checkLength(report, { text, most: MOST.offer, field });
}
