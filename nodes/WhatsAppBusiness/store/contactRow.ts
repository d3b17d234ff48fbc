import { keyOfIds, type ContactRecord } from '../../../core/contact/record';
import { parseJsonObject } from '../../../core/shared/json';
import type { Row } from './recordStore';

function text(row: Row, column: string): string {
	return String(row[column] ?? '');
}

/** Labels are kept as a person would write them: separated by commas. */
function labelsOf(cell: string): string[] {
	return [...new Set(cell.split(',').map((label) => label.trim()))].filter((label) => label !== '');
}

function attributesOf(cell: string): Record<string, string> {
	if (cell === '') return {};
	return Object.fromEntries(Object.entries(parseJsonObject(cell) ?? {}).map(([name, value]) => [name, String(value)]));
}

export function toContact(row: Row): ContactRecord {
	const ids = { phone: text(row, 'phone'), userId: text(row, 'userId') };
	return {
		...ids,
		contactKey: text(row, 'contactKey') || keyOfIds(ids),
		waId: text(row, 'waId'),
		username: text(row, 'username'),
		name: text(row, 'name'),
		language: text(row, 'language'),
		country: text(row, 'country'),
		timeZone: text(row, 'timeZone'),
		labels: labelsOf(text(row, 'labels')),
		attributes: attributesOf(text(row, 'attributes')),
		lastInboundAt: text(row, 'lastInboundAt'),
		freeEntryUntil: text(row, 'freeEntryUntil'),
		handOverUntil: text(row, 'handOverUntil'),
		handOverTeam: text(row, 'handOverTeam'),
		handOverNote: text(row, 'handOverNote'),
		changedAt: text(row, 'changedAt'),
	};
}

export function fromContact(contact: ContactRecord): Row {
	return {
		...contact,
		labels: contact.labels.join(', '),
		attributes: Object.keys(contact.attributes).length === 0 ? '' : JSON.stringify(contact.attributes),
	};
}
