import type { IDataObject } from 'n8n-workflow';
import { canonicalDigits, spellings } from '../../../../core/phone/contactKey';
import type { Collection } from '../collections';
import type { Cell, Row } from '../recordStore';

/** A condition of the Data Table node. */
export interface Condition {
	keyName: string;
	condition: string;
	keyValue: string;
}

/**
 * A value as a parameter of the Data Table node. One that begins with `=` would be taken for an expression, and keys come
 * from customers' data too: it becomes an expression that gives just this text.
 */
function asParameter(value: string): string {
	if (!value.startsWith('=')) return value;
	const literal = JSON.stringify(value).replace(/[{}]/g, (brace) => (brace === '{' ? '\\u007b' : '\\u007d'));
	return `={{ ${literal} }}`;
}

export function equals(keyName: string, value: string): Condition {
	return { keyName, condition: 'eq', keyValue: asParameter(value) };
}

/**
 * Rows that a person wrote: `+1 (555) 012-3456` is no digits, and n8n compares exactly. They are read with every search and
 * matched by what they mean. BSUIDs have a dot, so a dot tells something in a phone only.
 */
export const WRITTEN_BY_HAND: Condition[] = [
	...['+%', '00%', '% %', '%-%', '%(%'].flatMap((keyValue) => [
		{ keyName: 'contactKey', condition: 'like', keyValue },
		{ keyName: 'phone', condition: 'like', keyValue },
	]),
	{ keyName: 'phone', condition: 'like', keyValue: '%.%' },
];

/** The conditions, to be joined by OR, under which the rows of a contact stand. */
export function conditionsFor(contact: string, collection: Collection): Condition[] {
	const isPhone = /^\d+$/.test(contact);
	return collection.contactColumns
		.filter((column) => column === 'contactKey' || (column === 'phone') === isPhone)
		.flatMap((column) => (isPhone ? spellings(contact) : [contact]).map((value) => equals(column, value)));
}

/** A phone or BSUID as it is compared; what is neither stays as it is and matches nobody. */
export function comparable(written: string): string {
	if (/^\d+$/.test(written)) return canonicalDigits(written.replace(/^00/, ''));
	const digits = written.replace(/[\s().+/-]/g, '');
	return /^\d+$/.test(digits) ? canonicalDigits(digits.replace(/^00/, '')) : written;
}

/** A cell as text; n8n gives dates as Date objects. */
function textOf(value: unknown): string {
	if (value instanceof Date) return value.toISOString();
	return value === null || value === undefined ? '' : String(value).trim();
}

function cellOf(value: unknown, type: string): Cell {
	if (type === 'number') return typeof value === 'number' ? value : null;
	if (type === 'boolean') return typeof value === 'boolean' ? value : null;
	return textOf(value);
}

/** A Data Table's row as a record. `changedAt` and `recordedAt` that a person left out are the time of the edit. */
export function toRow(data: IDataObject, collection: Collection): Row {
	const row: Row = {};
	for (const { name, type } of collection.columns) row[name] = cellOf(data[name], type);
	if (!collection.isEditedByHand) return row;
	for (const name of ['contactKey', 'phone']) row[name] = comparable(textOf(row[name]));
	for (const name of ['recordedAt', 'changedAt']) {
		if (row[name] === '') row[name] = textOf(data.updatedAt);
	}
	return row;
}

/** A record as the Data Table node takes it: a date that is not there is null. */
export function fromRow(row: Row, collection: Collection): IDataObject {
	const data: IDataObject = {};
	for (const { name, type } of collection.columns) {
		const cell = row[name];
		if (cell !== undefined) data[name] = type === 'date' && cell === '' ? null : cell;
	}
	return data;
}
