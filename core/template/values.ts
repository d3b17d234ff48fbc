import type { Problems } from '../errors/invalidInput';
import { checkText } from '../message/check';
import type { MediaSource } from '../message/mediaSource';
import { joinNames } from '../shared/text';
import type { TemplateField } from './fields';

/** The values given for one template message, and the place where their problems are noted. */
export class TemplateValues {
	readonly problems: Problems;
	/** The header's file when the caller found or uploaded it already; goes before the value. */
	readonly media?: MediaSource;
	private readonly given: ReadonlyMap<string, unknown>;

	constructor(input: { values: Record<string, unknown>; media?: MediaSource; problems: Problems }) {
		this.problems = input.problems;
		this.media = input.media;
		this.given = new Map(Object.entries(input.values).filter(([, value]) => !isBlank(value)));
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

function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}
