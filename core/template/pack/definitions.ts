import { InvalidInput } from '../../errors/invalidInput';
import { isJsonObject, objectOf, textOf, type JsonObject } from '../../shared/json';

/** A byte order mark, which editors on Windows put in front. */
const MARK = /^\ufeff/;

function parse(text: string): { value: unknown } | { problem: string } {
	try {
		return { value: JSON.parse(text.replace(MARK, '')) };
	} catch (error) {
		return { problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
	}
}

function listIn(value: unknown): unknown {
	if (!isJsonObject(value)) return value;
	return Array.isArray(value.templates) ? value.templates : Array.isArray(value.data) ? value.data : [value];
}

/**
 * Template definitions as people have them: a journey's `templates.json` (a list), one definition, `{ templates: [...] }`, or
 * Meta's own list `{ data: [...] }`; as text or as an object that an expression gives.
 *
 * @throws {InvalidInput} naming `field` for anything else, and for an entry without a name or a language
 */
export function readDefinitions({ value, field }: { value: unknown; field: string }): JsonObject[] {
	const parsed = typeof value === 'string' ? parse(value) : { value };
	if ('problem' in parsed) throw new InvalidInput([{ field, message: parsed.problem }]);
	const entries = listIn(parsed.value);
	if (!Array.isArray(entries) || entries.length === 0) {
		throw new InvalidInput([{ field, message: 'must be a list of template definitions, or one of them' }]);
	}
	const problems = entries.flatMap((entry: unknown, index) => {
		const { name, language } = objectOf(entry);
		const lacking = [textOf(name) === undefined ? 'name' : '', textOf(language) === undefined ? 'language' : ''].filter((each) => each !== '');
		return lacking.length === 0 ? [] : [{ field, message: `entry ${index + 1} has no ${lacking.join(' and no ')}` }];
	});
	if (problems.length > 0) throw new InvalidInput(problems);
	return entries.filter(isJsonObject);
}

/**
 * Only the definitions in these languages: `pt` takes `pt_BR` and `pt_PT` too.
 *
 * @throws {InvalidInput} naming `field` when there is none
 */
export function inLanguages(definitions: readonly JsonObject[], { languages, field }: { languages: readonly string[]; field: string }): JsonObject[] {
	if (languages.length === 0) return [...definitions];
	const wanted = languages.map((language) => language.toLowerCase());
	const kept = definitions.filter((definition) => {
		const language = (textOf(definition.language) ?? '').toLowerCase();
		return wanted.includes(language) || wanted.includes(language.split('_')[0] ?? '');
	});
	if (kept.length > 0) return kept;
	const offered = [...new Set(definitions.map((definition) => textOf(definition.language) ?? ''))];
	throw new InvalidInput([{ field, message: `none of ${languages.join(', ')} is among ${offered.join(', ')}` }]);
}
