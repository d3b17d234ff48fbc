import { GraphError } from '../../errors';
import { asText, type JsonObject } from '../../json';
import type { Template } from '../../records';
import { lengthOf } from '../shape';
import { shownValue, shownValues } from './components';
import { fill, variablesOf } from './placeholders';

const TEXT_LIKE = ['text', 'currency', 'date_time'];
const FORBIDDEN_SPACE = /[\n\t]| {5,}/;

/** 132012: the parameter's form is not the one the template was created with. */
export function formatMismatch(details: string): GraphError {
	return new GraphError({
		code: 132012,
		details: `Parameter format does not match format in the created template: ${details}`,
	});
}

/** 132000: there are more or fewer parameters than variables. */
export function countMismatch(input: { where: string; received: number; expected: number }): GraphError {
	const { where, received, expected } = input;
	return new GraphError({
		code: 132000,
		details: `${where}: number of localizable_params (${received}) does not match the expected number of params (${expected})`,
	});
}

/** 132018: a parameter of the message is wrong in another way. */
export function badParameter(details: string): GraphError {
	return new GraphError({ code: 132018, details });
}

function checkName(input: {
	parameter: JsonObject;
	expected: readonly string[];
	template: Template;
	where: string;
}): void {
	const { parameter, expected, template, where } = input;
	const name = asText(parameter.parameter_name);
	if (template.parameterFormat === 'POSITIONAL') {
		if (name !== undefined)
			throw formatMismatch(
				`${where}: parameter_name "${name}" is not allowed in a template with positional parameters`,
			);
		return;
	}
	if (!name) throw formatMismatch(`${where}: Parameter name is missing or empty`);
	if (!expected.includes(name))
		throw formatMismatch(`${where}: parameter_name "${name}" is not defined, expected one of {${expected.join(', ')}}`);
}

function checkValue(input: { parameter: JsonObject; where: string; allowed: readonly string[] }): void {
	const { parameter, where, allowed } = input;
	const type = asText(parameter.type) ?? 'UNKNOWN';
	if (!allowed.includes(type))
		throw formatMismatch(`${where}: Format mismatch, expected TEXT, received ${type.toUpperCase()}`);
	const value = shownValue(parameter);
	if (value === undefined || value === '')
		throw formatMismatch(`${where}: Parameter of type ${type} is missing text value`);
	if (FORBIDDEN_SPACE.test(value))
		throw badParameter(`${where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`);
}

/**
 * Checks the parameters of a text against its variables: 132000 for the count, 132012 for the kind, a missing value or
 * a wrong name, 132018 for line breaks, 132005 when the filled text gets too long.
 */
export function checkTextParameters(input: {
	template: Template;
	where: string;
	text: string;
	parameters: readonly JsonObject[];
	maxLength: number;
	allowed?: readonly string[];
}): void {
	const { template, where, text, parameters, maxLength, allowed = TEXT_LIKE } = input;
	const expected = variablesOf(text);
	if (parameters.length !== expected.length)
		throw countMismatch({ where, received: parameters.length, expected: expected.length });
	for (const parameter of parameters) {
		checkName({ parameter, expected, template, where });
		checkValue({ parameter, where, allowed });
	}
	const names = parameters.map((parameter) => asText(parameter.parameter_name)).filter((name) => name !== undefined);
	if (new Set(names).size !== names.length) throw formatMismatch(`${where}: a parameter_name is given twice`);
	const length = lengthOf(fill(text, shownValues(parameters)));
	if (length > maxLength)
		throw new GraphError({
			code: 132005,
			details: `${where}: the translated text is ${length} characters long, at most ${maxLength} are allowed`,
		});
}
