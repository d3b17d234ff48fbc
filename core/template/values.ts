import type { DateTime } from 'luxon';
import type { Problems } from '../errors/invalidInput';
import { checkText } from '../message/check';
import { checkDegrees, checkWholeNumber } from '../message/checkNumber';
import type { MediaSource } from '../message/mediaSource';
import { isJsonObject, type JsonObject } from '../shared/json';
import { readMoment } from '../shared/moment';
import { joinNames } from '../shared/text';
import type { TemplateField } from './fields';

/** The values given for one template message, and the place where their problems are noted. */
export class TemplateValues {
	readonly problems: Problems;
	/** The time at which the message is made. */
	readonly now: Date;
	/** Files that the caller found or uploaded already, by the ID of their field; they go before the values. */
	private readonly media: Readonly<Record<string, MediaSource>>;
	/** IANA name of the zone in which dates without an offset are meant. */
	readonly zone: string;
	private readonly given: ReadonlyMap<string, unknown>;

	constructor(input: {
		values: Record<string, unknown>;
		media: Readonly<Record<string, MediaSource>>;
		now: Date;
		zone: string;
		problems: Problems;
	}) {
		this.problems = input.problems;
		this.media = input.media;
		this.now = input.now;
		this.zone = input.zone;
		this.given = new Map(Object.entries(input.values).filter(([, value]) => !isBlank(value)));
	}

	/** True when there is a value for the field. */
	has(field: TemplateField): boolean {
		return this.given.has(field.id) || this.media[field.id] !== undefined;
	}

	/** The file for a field that the caller found or uploaded already, else the value as it was given. */
	file(field: TemplateField): unknown {
		return this.media[field.id] ?? this.raw(field);
	}

	/** Decimal degrees, from `-max` to `max`. */
	degrees(field: TemplateField, max: number): number {
		return checkDegrees(this.problems, { field: field.label, value: this.raw(field), max });
	}

	/** A whole number within its limits; undefined when there is none. */
	wholeNumber(field: TemplateField, limits: { min: number; max: number }): number | undefined {
		const value = this.raw(field);
		return value === undefined ? undefined : checkWholeNumber(this.problems, { field: field.label, value, ...limits });
	}

	/** A point in time; undefined when there is none, which is a problem if the field is required. */
	moment(field: TemplateField): DateTime<true> | undefined {
		const value = this.raw(field);
		if (value === undefined) {
			this.text(field);
			return undefined;
		}
		const moment = readMoment({ value, zone: this.zone });
		if (moment === undefined) {
			this.problems.add(field.label, 'is not a date; write it as 2026-12-31T18:00:00');
		}
		return moment;
	}

	/** An object, given as one or as its JSON text; undefined when there is none, which is a problem if it is required. */
	object(field: TemplateField): JsonObject | undefined {
		const value = this.raw(field);
		if (value === undefined) {
			this.text(field);
			return undefined;
		}
		const read = typeof value === 'string' ? parseJson(value) : value;
		if (isJsonObject(read)) return read;
		this.problems.add(field.label, 'must be a JSON object, such as {"name": "Ana"}');
		return undefined;
	}

	/** The value of a field as it was given; undefined when there is none. */
	raw(field: TemplateField): unknown {
		return this.given.get(field.id);
	}

	/** The value of a field as text; '' when there is none, which is a problem if the field is required. */
	text(field: TemplateField): string {
		return checkText(this.problems, {
			field: field.label,
			value: this.raw(field),
			optional: !field.required,
		});
	}

	/**
	 * The value as text for a parameter. Meta refuses line breaks, tabs and more than four blanks in a
	 * row in it (132018, earlier 100 or 132012), which would otherwise show only when sending.
	 */
	parameterText(field: TemplateField): string {
		const text = this.text(field);
		if (/[\r\n\t\u2028\u2029]/.test(text) || / {5,}/.test(text)) {
			this.problems.add(
				field.label,
				'must be one line, without tabs and without more than four spaces in a row',
			);
		}
		return text;
	}

	/** Notes every value that belongs to no field of the template. */
	checkKnown(fields: readonly TemplateField[]): void {
		const known = fields.map(({ id }) => id);
		const unknown = [...this.given.keys()].filter((id) => !known.includes(id));
		if (unknown.length === 0) return;
		const quoted = joinNames(unknown.map((id) => `"${id}"`));
		this.problems.add(
			'Template Variables',
			known.length === 0
				? `${quoted} cannot be set: this template has no variables`
				: `${quoted} cannot be set: the variables of this template are ${joinNames(known)}`,
		);
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}
