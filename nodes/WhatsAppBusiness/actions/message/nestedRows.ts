import type { IDataObject } from 'n8n-workflow';

/** The rows of a fixed collection inside a row, such as the phones of `row.phones.phone`; absent is []. */
export function nestedRows(row: IDataObject, { name, entry }: { name: string; entry: string }): IDataObject[] {
	const rows: unknown = groupIn(row, name)[entry];
	return Array.isArray(rows) ? rows.filter(isObject) : [];
}

/** A collection inside a row; absent is {}. */
export function groupIn(row: IDataObject, name: string): IDataObject {
	const value: unknown = row[name];
	return isObject(value) ? value : {};
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
