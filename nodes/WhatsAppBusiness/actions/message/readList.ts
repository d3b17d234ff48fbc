import { jsonParse, type IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { isJsonObject } from '../../../../core/shared/json';
import type { OperationContext } from '../../shared/operation';

/** The entries of a list: one that an expression gives as it is, or text with commas or line breaks between them. */
export function entriesOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return typeof value === 'string' ? value.split(/[,\r\n]/) : [value];
}

/**
 * The objects of a JSON field: a list as text, or as an expression gives it.
 *
 * @throws InvalidInput naming `field` when it is no list of objects
 */
export function readJsonRows({ n8n, itemIndex }: OperationContext, { name, field }: { name: string; field: string }): IDataObject[] {
	const value = n8n.getNodeParameter(name, itemIndex, '[]');
	const rows: unknown = typeof value === 'string' ? jsonParse<unknown>(value, { fallbackValue: null }) : value;
	if (Array.isArray(rows) && rows.every(isJsonObject)) return rows as IDataObject[];
	throw new InvalidInput([{ field, message: 'must be a JSON list of objects, such as [{ … }, { … }]' }]);
}
