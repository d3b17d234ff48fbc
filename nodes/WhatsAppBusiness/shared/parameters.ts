import { NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';
import { InvalidInput } from '../../../core/errors/invalidInput';

/** What the readers need, which every n8n context with parameters has. */
interface ParameterSource {
	getNode(): INode;
	getNodeParameter(
		name: string,
		itemIndex: number,
		fallback?: unknown,
		options?: { extractValue?: boolean },
	): unknown;
}

interface Parameter {
	name: string;
	itemIndex: number;
}

function wrongType(source: ParameterSource, parameter: Parameter, expected: string): NodeOperationError {
	return new NodeOperationError(source.getNode(), `The parameter "${parameter.name}" is not ${expected}`, {
		itemIndex: parameter.itemIndex,
		description: 'Check the expression in this field: it gives another type than the field takes.',
	});
}

/** A text parameter, trimmed. Numbers and booleans (an expression may give them) become text; absent is ''. */
export function readString(source: ParameterSource, parameter: Parameter): string {
	const value = source.getNodeParameter(parameter.name, parameter.itemIndex, '', { extractValue: true });
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw wrongType(source, parameter, 'text');
}

/**
 * One of the values that a list offers: an expression may have given anything.
 *
 * @throws InvalidInput naming `field`
 */
export function readChoice<T extends string>(
	source: ParameterSource,
	parameter: Parameter & { field: string; choices: readonly T[] },
): T {
	const { field, choices } = parameter;
	const value = readString(source, parameter);
	const chosen = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
	if (chosen !== undefined) return chosen;
	throw new InvalidInput([{ field, message: `"${value}" is none of ${choices.join(', ')}` }]);
}

/** A number parameter; text that is a number is taken as one. */
export function readNumber(source: ParameterSource, parameter: Parameter & { fallback: number }): number {
	const value = source.getNodeParameter(parameter.name, parameter.itemIndex, parameter.fallback);
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isFinite(number)) return number;
	throw wrongType(source, parameter, 'a number');
}

/** A toggle; the texts "true" and "false" (an expression may give them) count. */
export function readBoolean(source: ParameterSource, parameter: Parameter): boolean {
	const value = source.getNodeParameter(parameter.name, parameter.itemIndex, false);
	if (typeof value === 'boolean') return value;
	if (value === 'true' || value === 'false') return value === 'true';
	throw wrongType(source, parameter, 'true or false');
}

/** A collection as an object; absent is {}. */
export function readObject(source: ParameterSource, parameter: Parameter): IDataObject {
	const value = source.getNodeParameter(parameter.name, parameter.itemIndex, {});
	if (value === null || value === undefined || value === '') return {};
	if (typeof value === 'object' && !Array.isArray(value)) return value as IDataObject;
	throw wrongType(source, parameter, 'a group of fields');
}

/** The rows of a fixed collection, such as the buttons of `buttons.button`; absent is []. */
export function readRows(source: ParameterSource, parameter: Parameter): IDataObject[] {
	const value = source.getNodeParameter(parameter.name, parameter.itemIndex, []);
	if (Array.isArray(value)) return value.filter((row): row is IDataObject => typeof row === 'object' && row !== null);
	if (value === null || value === undefined || value === '') return [];
	throw wrongType(source, parameter, 'a list of rows');
}

/** Text out of a collection's value, trimmed; undefined when empty. */
export function textOf(value: unknown): string | undefined {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'string') return undefined;
	const trimmed = value.trim();
	return trimmed === '' ? undefined : trimmed;
}
