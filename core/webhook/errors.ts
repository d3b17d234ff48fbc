import { objectOf } from '../shared/json';
import type { EventError } from './events';
import { number, objects, some, text } from './values';

/** The entries of an `errors` list; undefined when there are none. */
export function errorsOf(value: unknown): EventError[] | undefined {
	const errors = objects(value)
		.map((error) =>
			some<EventError>({
				code: number(error.code),
				title: text(error.title),
				message: text(error.message),
				details: text(objectOf(error.error_data).details) ?? text(error.error_data),
			}),
		)
		.filter((error) => error !== undefined);
	return errors.length === 0 ? undefined : errors;
}

/** The most telling sentence of a list of errors. */
export function errorText(errors: EventError[] | undefined): string | undefined {
	const first = errors?.[0];
	return first?.details ?? first?.message ?? first?.title;
}
