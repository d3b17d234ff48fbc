import { InvalidInput, type Problems } from '../errors/invalidInput';
import { dateText, moneyText } from '../shared/localeText';
import type { JsonObject } from '../shared/json';
import { joinNames } from '../shared/text';
import type { TemplateDefinition } from './definition';
import { templateFields, type TemplateField } from './fields';

/** How a value is written. */
export type VariableFormat = 'date' | 'dateTime' | 'money' | 'time';

/** The operator's wish for one variable. Nothing is formatted that nobody asked for. */
export interface FormatRule {
	/** The variable as its label or the definition names it: `total`, `{{total}}`, `2`, or a field's ID such as `body_total`. */
	variable: string;
	format: VariableFormat;
	/** ISO 4217 code, for money. */
	currency?: string;
}

/** What is formatted, and in which language. */
export interface VariableFormats {
	rules: readonly FormatRule[];
	/** A template's language code (`pt_BR`) or a BCP 47 tag. */
	locale: string;
}

/**
 * The values with money and dates written as the language does: Meta's own currency and date parameters show a fallback
 * text only (cloud-api 1.5), so these are sent as text too. A value that is missing stays so. Notes in `problems`, as
 * `Format Variables`, a rule without a variable, and under the variable's label a value that cannot be written so.
 *
 * @param input.zone IANA name of the zone in which dates without an offset are meant and all are shown
 */
export function formatVariables(
	problems: Problems,
	input: { definition: TemplateDefinition; values: JsonObject; formats: VariableFormats; zone: string },
): JsonObject {
	const { definition, zone } = input;
	const { rules, locale } = input.formats;
	const values = { ...input.values };
	const fields = templateFields(definition).filter(({ kind }) => kind === 'text');
	for (const rule of rules) {
		for (const field of matching(problems, { fields, rule })) {
			const value = values[field.id];
			if (value === undefined || value === null || value === '') continue;
			values[field.id] = written(problems, { rule, value, locale, zone, field: field.label });
		}
	}
	return values;
}

/** The field with this ID, else every field of the variable: a name means the same in header, body and cards. */
function matching(
	problems: Problems,
	{ fields, rule }: { fields: readonly TemplateField[]; rule: FormatRule },
): TemplateField[] {
	const name = rule.variable.replace(/[{}]/g, '').trim();
	const byId = fields.filter(({ id }) => id === name);
	if (byId.length > 0) return byId;
	// A number means the body: the header has a {{1}} of its own, of which nobody thinks.
	const found = fields.filter(({ id }) =>
		/^\d+$/.test(name) ? id === `body_${name}` : id.replace(/^(card_\d+_)?(header|body)_/, '') === name,
	);
	if (found.length === 0) {
		const known = fields.map(({ id }) => id);
		problems.add(
			'Format Variables',
			known.length === 0
				? `"${name}" is no variable: this template has none that could be formatted`
				: `"${name}" is no variable of this template, which has ${joinNames(known)}`,
		);
	}
	return found;
}

function written(
	problems: Problems,
	input: { rule: FormatRule; value: unknown; locale: string; zone: string; field: string },
): unknown {
	const { rule, value, locale, zone, field } = input;
	try {
		return textOf({ rule, value, locale, zone, field });
	} catch (error) {
		for (const problem of problemsIn(error)) problems.add(problem.field, problem.message);
		return value;
	}
}

function problemsIn(error: unknown): ReadonlyArray<{ field: string; message: string }> {
	return error instanceof InvalidInput ? error.problems : [{ field: 'Format Variables', message: String(error) }];
}

function textOf(input: { rule: FormatRule; value: unknown; locale: string; zone: string; field: string }): string {
	const { rule, ...rest } = input;
	switch (rule.format) {
		case 'money':
			return moneyText({ ...rest, currency: rule.currency ?? '' });
		case 'date':
			return dateText({ ...rest, date: 'long' });
		case 'dateTime':
			return dateText({ ...rest, date: 'long', time: 'short' });
		case 'time':
			return dateText({ ...rest, time: 'short' });
	}
}
