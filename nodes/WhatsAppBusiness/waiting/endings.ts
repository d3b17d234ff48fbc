import type { IDataObject } from 'n8n-workflow';
import { failureClassOf, isOptOut, type FailureClass } from '../../../core/journey/failureClass';
import { findErrorCode } from '../../../core/errors/codes';
import { defined } from '../../../core/shared/defined';
import type { WebhookEvent } from '../../../core/webhook/events';

/** Why a message did not arrive, in items. */
export interface Failure {
	/** What to do about it. */
	class: FailureClass;
	code?: number;
	title?: string;
	details?: string;
	remedy?: string;
}

/** The failure that a `failed` status tells. */
export function failureOf(event: WebhookEvent): Failure {
	const { code, title, details, message } = event.errors?.[0] ?? {};
	const known = code === undefined ? undefined : findErrorCode({ code });
	return defined<Failure>({
		class: failureClassOf(code),
		code,
		title: title ?? known?.title,
		details: details ?? message,
		remedy: known?.remedy,
	});
}

/** The failure of a message that Meta refused at once, for the person's sake; undefined for any other error. */
export function refusedForPerson(error: unknown): Failure | undefined {
	const context: unknown = typeof error === 'object' && error !== null && 'context' in error ? error.context : undefined;
	const given: unknown = typeof context === 'object' && context !== null && 'details' in context ? context.details : undefined;
	const details = typeof given === 'object' && given !== null ? (given as IDataObject) : {};
	if (details.reason !== 'refused' || details.kind !== 'suppress') return undefined;
	const code = typeof details.code === 'number' ? details.code : undefined;
	const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
	return defined<Failure>({
		class: failureClassOf(code),
		code,
		title: text(details.title),
		details: text(details.details),
		remedy: text(details.remedy),
	});
}

/** Whether the failure means that the person opted out. */
export function meansOptOut({ code }: Failure): boolean {
	return isOptOut(code);
}
