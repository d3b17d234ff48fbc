import { errorTitle, GraphError, invalidParameter } from '../../errors';
import { asObject, asText, type JsonObject } from '../../json';
import { LIMITS } from '../../limits';
import type { Template } from '../../records';
import { lengthOf } from '../shape';
import { variablesOf } from './placeholders';

type Format = Template['parameterFormat'];

/** Meta's subcodes of a refused definition (errors table, 2388xxx). */
export const SUBCODES = {
	tooLong: 2388040,
	header: 2388047,
	body: 2388072,
	footer: 2388073,
	edgeVariable: 2388299,
} as const;

/** 100 with one of Meta's subcodes and its words for people. */
export function badDefinition(input: { subcode: number; message: string }): GraphError {
	return new GraphError({
		code: 100,
		subcode: input.subcode,
		message: 'Invalid parameter',
		userTitle: errorTitle(input.subcode),
		userMessage: input.message,
	});
}

function checkNames(input: { names: readonly string[]; format: Format; subcode: number; what: string }): void {
	const { names, format, subcode, what } = input;
	if (format === 'POSITIONAL') {
		const inOrder =
			names.every((name) => /^\d+$/.test(name)) &&
			[...names].sort((a, b) => Number(a) - Number(b)).every((name, position) => name === String(position + 1));
		if (!inOrder)
			throw badDefinition({
				subcode,
				message: `${what}: positional variables must be {{1}}, {{2}} and so on, without gaps.`,
			});
	} else if (names.some((name) => !/^[a-z_][a-z0-9_]*$/.test(name))) {
		throw badDefinition({
			subcode,
			message: `${what}: named variables may only have lowercase letters, digits and underscores.`,
		});
	}
}

function namedExamples(value: unknown): string[] {
	if (!Array.isArray(value)) return [];
	return value
		.map(asObject)
		.filter((each) => asText(each.example))
		.map((each) => asText(each.param_name) ?? '');
}

function checkExamples(input: {
	names: readonly string[];
	format: Format;
	positional: unknown;
	named: unknown;
	subcode: number;
	what: string;
}): void {
	const { names, format, positional, named, subcode, what } = input;
	if (names.length === 0) return;
	if (format === 'NAMED') {
		const given = namedExamples(named);
		const lacking = names.filter((name) => !given.includes(name));
		if (lacking.length > 0)
			throw badDefinition({ subcode, message: `${what}: no example for the variable(s) ${lacking.join(', ')}.` });
		return;
	}
	const given = Array.isArray(positional) ? positional.filter((each) => asText(each)).length : 0;
	if (given !== names.length)
		throw badDefinition({ subcode, message: `${what}: ${names.length} example(s) expected, ${given} received.` });
}

/** HEADER: text of up to 60 characters with one variable at most, or a media format with an example handle. */
export function checkHeaderDefinition(input: {
	component: JsonObject;
	parameterFormat: Format;
	category: string;
}): void {
	const { component, parameterFormat: format, category } = input;
	const subcode = SUBCODES.header;
	const example = asObject(component.example);
	const kind = asText(component.format) ?? '';
	if (['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT'].includes(kind)) {
		if (!Array.isArray(example.header_handle) || example.header_handle.length === 0)
			throw badDefinition({ subcode, message: `HEADER: example.header_handle is required for ${kind}.` });
		return;
	}
	if (kind === 'LOCATION' && category === 'AUTHENTICATION')
		throw badDefinition({ subcode, message: 'HEADER: a location is for utility and marketing only.' });
	if (kind === 'LOCATION' || kind === 'PRODUCT') return;
	if (kind !== 'TEXT')
		throw invalidParameter(
			"Param components['HEADER']['format'] must be one of {TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION, PRODUCT}",
		);
	const text = asText(component.text) ?? '';
	if (text === '') throw badDefinition({ subcode, message: 'HEADER: text is required.' });
	if (lengthOf(text) > LIMITS.template.headerText)
		throw badDefinition({
			subcode: SUBCODES.tooLong,
			message: `HEADER: at most ${LIMITS.template.headerText} characters.`,
		});
	const names = variablesOf(text);
	if (names.length > 1) throw badDefinition({ subcode, message: 'HEADER: one variable at most.' });
	checkNames({ names, format, subcode, what: 'HEADER' });
	checkExamples({
		names,
		format,
		positional: example.header_text,
		named: example.header_text_named_params,
		subcode,
		what: 'HEADER',
	});
}

/**
 * BODY: text up to the limit; variables neither at an edge nor touching, each with an example. Meta also wants enough
 * words per variable (2388293); the ratio is not in the reference, so it is not checked.
 */
export function checkBodyDefinition(input: { component: JsonObject; parameterFormat: Format; max: number }): void {
	const { component, parameterFormat: format, max } = input;
	const subcode = SUBCODES.body;
	const text = asText(component.text) ?? '';
	if (text === '') throw badDefinition({ subcode, message: 'BODY: text is required.' });
	if (lengthOf(text) > max)
		throw badDefinition({ subcode: SUBCODES.tooLong, message: `BODY: at most ${max} characters.` });
	if (/^\s*\{\{|\}\}\s*$/.test(text))
		throw badDefinition({
			subcode: SUBCODES.edgeVariable,
			message: 'Variables can not be at the start or end of the template.',
		});
	if (/\}\}\s*\{\{/.test(text)) throw badDefinition({ subcode, message: 'BODY: two variables touch each other.' });
	const names = variablesOf(text);
	checkNames({ names, format, subcode, what: 'BODY' });
	const { example } = component;
	const rows = asObject(example).body_text;
	const positional = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : rows;
	checkExamples({ names, format, positional, named: asObject(example).body_text_named_params, subcode, what: 'BODY' });
}

/** FOOTER: up to 60 characters, no variables. */
export function checkFooterDefinition(component: JsonObject): void {
	const text = asText(component.text) ?? '';
	if (text === '') throw badDefinition({ subcode: SUBCODES.footer, message: 'FOOTER: text is required.' });
	if (lengthOf(text) > LIMITS.template.footer)
		throw badDefinition({
			subcode: SUBCODES.tooLong,
			message: `FOOTER: at most ${LIMITS.template.footer} characters.`,
		});
	if (variablesOf(text).length > 0)
		throw badDefinition({ subcode: SUBCODES.footer, message: 'FOOTER: variables are not allowed.' });
}

/** FOOTER of an authentication template: how many minutes the code works. */
export function checkExpiryFooter(component: JsonObject): void {
	const minutes = component.code_expiration_minutes;
	const max = LIMITS.template.codeExpirationMinutes;
	if (minutes === undefined) return;
	if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < 1 || minutes > max)
		throw badDefinition({
			subcode: SUBCODES.footer,
			message: `FOOTER: code_expiration_minutes must be 1 to ${max}.`,
		});
}
