import { arrayOf, isJsonObject, textOf, type JsonObject } from '../../shared/json';
import { LintReport, SOURCES, type LintProblem } from './report';
import { lintTemplate } from './template';
import { distinctNames } from './variables';

/** A definition with its findings. */
export interface CheckedTemplate {
	name: string;
	language: string;
	category: string;
	definition: JsonObject;
	problems: LintProblem[];
}

function textIn(definition: JsonObject, type: string): string {
	const component = arrayOf(definition.components)
		.filter(isJsonObject)
		.find((each) => textOf(each.type)?.toUpperCase() === type);
	return textOf(component?.text) ?? '';
}

function keyOf(definition: JsonObject): string {
	return `${textOf(definition.name) ?? ''}|${textOf(definition.language) ?? ''}`;
}

/** Problems that only show beside the other templates of the set. */
function lintBeside(definition: JsonObject, { set, index }: { set: readonly JsonObject[]; index: number }): LintProblem[] {
	const report = new LintReport();
	const before = set.slice(0, index);
	if (before.some((other) => keyOf(other) === keyOf(definition))) {
		report.error('name', `"${textOf(definition.name) ?? ''}" stands twice in ${textOf(definition.language) ?? 'this language'}`, SOURCES.shape);
	}
	const body = textIn(definition, 'BODY');
	const twin = before.find(
		(other) => body !== '' && other.name !== definition.name && other.language === definition.language && textIn(other, 'BODY') === body && textIn(other, 'FOOTER') === textIn(definition, 'FOOTER'),
	);
	if (twin !== undefined) report.warning('BODY', `is the same as in "${String(twin.name)}": Meta refuses a second template with the same body and footer`, SOURCES.review);
	const first = set.find((other) => other.name === definition.name);
	if (first === undefined || first === definition) return report.problems;
	if (first.category !== definition.category) {
		report.warning('category', `is another one than in ${String(first.language)}: the languages of a template share their category`, SOURCES.shape);
	}
	const names = distinctNames(body);
	const others = distinctNames(textIn(first, 'BODY'));
	if (names.length !== others.length || names.some((name) => !others.includes(name))) {
		report.warning('BODY', `has other variables than in ${String(first.language)}: a workflow that fills one language cannot fill the other`, SOURCES.advice);
	}
	return report.problems;
}

/** Checks the definitions of a journey together: each by itself, and beside the others. */
export function lintSet(definitions: readonly JsonObject[], options: { uploadsSamples?: boolean } = {}): CheckedTemplate[] {
	return definitions.map((definition, index) => ({
		name: textOf(definition.name) ?? '',
		language: textOf(definition.language) ?? '',
		category: textOf(definition.category) ?? '',
		definition,
		problems: [...lintTemplate(definition, options), ...lintBeside(definition, { set: definitions, index })],
	}));
}
