import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { validOr } from '../../../../core/errors/together';
import { objectOf, type JsonObject } from '../../../../core/shared/json';
import { buildTemplate } from '../../../../core/template/build';
import type { TemplateDefinition } from '../../../../core/template/definition';
import { templateFields } from '../../../../core/template/fields';
import type { FormatRule, VariableFormat } from '../../../../core/template/format';
import { readJsonVariables } from '../../../../core/template/jsonVariables';
import type { LanguageChoice } from '../../../../core/template/language';
import type { TemplateMessage } from '../../../../core/template/message';
import type { OperationContext } from '../../shared/operation';
import { readBoolean, readObject, readString, textOf } from '../../shared/parameters';
import type { MediaInput, MediaSource } from '../../transport/media';
import { findTemplateDefinition, parseTemplateReference, type TemplateReference } from '../../transport/templates';
import { recipientLanguage } from './recipientLanguage';
import { NO_FILE } from './sendMessage';

const FORMATS: readonly VariableFormat[] = ['date', 'dateTime', 'money', 'time'];

/** The template that an item chose, with its values. */
export interface ChosenTemplate {
	definition: TemplateDefinition;
	/** The item's options. */
	options: IDataObject;
	/** Another language than the preferred one is sent. */
	isFallback: boolean;
	/** Files that the values name, by field ID: to be found or uploaded before the message is made in earnest. */
	files: Record<string, MediaInput>;
	/** Makes the message, with stand-ins for the files until they are there. */
	build(media?: Record<string, MediaSource>): TemplateMessage;
}

function languageChoice(context: OperationContext, { options, reference }: { options: IDataObject; reference: TemplateReference }): LanguageChoice {
	const { language } = reference;
	const order = (textOf(options.fallbackLanguages) ?? '').split(',').map((part) => part.trim());
	const listed = order.filter((part) => part !== '');
	const isAllowed = options.languageFallback === true || options.languageFallback === 'true' || listed.length > 0;
	const given = textOf(options.language);
	if (!isAllowed) return { preferred: given ?? language };
	return { preferred: given ?? recipientLanguage(context, options) ?? language, fallback: { order: listed, last: language } };
}

/** The form's values, or those given as JSON, without the empty ones. */
function readValues({ n8n, itemIndex }: OperationContext, definition: TemplateDefinition): JsonObject {
	if (readBoolean(n8n, { name: 'variablesAsJson', itemIndex })) {
		const json: unknown = n8n.getNodeParameter('variablesJson', itemIndex, {});
		return readJsonVariables({ definition, json });
	}
	// n8n's own check would stop at the first missing variable and name it by its ID.
	const values: unknown = n8n.getNodeParameter('templateVariables.value', itemIndex, {}, { skipValidation: true });
	return Object.fromEntries(Object.entries(objectOf(values)).filter(([, value]) => value !== null && value !== ''));
}

function filesIn(definition: TemplateDefinition, values: JsonObject): Record<string, MediaInput> {
	const files: Record<string, MediaInput> = {};
	for (const { id, label, mediaKind } of templateFields(definition)) {
		const value = mediaKind === undefined ? undefined : values[id];
		if (mediaKind !== undefined && typeof value === 'string' && value.trim() !== '') {
			files[id] = { value: value.trim(), field: label, kind: mediaKind };
		}
	}
	return files;
}

function formatRules(options: IDataObject): FormatRule[] {
	const { rule } = objectOf(options.formatVariables);
	const rows: unknown[] = Array.isArray(rule) ? rule : [];
	return rows.map(objectOf).map((row) => {
		const format = FORMATS.find((known) => known === row.format);
		if (format === undefined) {
			throw new InvalidInput([
				{ field: 'Format Variables', message: `"${String(row.format)}" is none of ${FORMATS.join(', ')}` },
			]);
		}
		return { variable: textOf(row.variable) ?? '', format, currency: textOf(row.currency) };
	});
}

function tapTargetOf(options: IDataObject): { url: string; title: string } | undefined {
	const url = textOf(options.tapTargetUrl) ?? '';
	const title = textOf(options.tapTargetTitle) ?? '';
	return url === '' && title === '' ? undefined : { url, title };
}

/**
 * The template that the item's parameters choose, in the language that its options come to.
 *
 * @throws InvalidInput when there is no such template
 */
export async function readTemplate(context: OperationContext): Promise<ChosenTemplate> {
	const { n8n, itemIndex } = context;
	const value = readString(n8n, { name: 'template', itemIndex });
	if (value === '') throw new InvalidInput([{ field: 'Template', message: 'choose a template' }]);
	const options = readObject(n8n, { name: 'options', itemIndex });
	const reference = parseTemplateReference(value);
	const choice = languageChoice(context, { options, reference });
	const { definition, isFallback } = await findTemplateDefinition(context, { name: reference.name, choice });
	let known: JsonObject | undefined;
	const values = () => (known ??= readValues(context, definition));
	const files = filesIn(definition, validOr(values, {}));
	const standIns = Object.fromEntries(Object.keys(files).map((id) => [id, NO_FILE]));
	return {
		definition,
		options,
		isFallback,
		files,
		build: (media = standIns) => {
			const rules = formatRules(options);
			return buildTemplate({
				definition,
				values: values(),
				media,
				now: new Date(),
				zone: n8n.getTimezone(),
				...(rules.length > 0 && { formats: { rules, locale: textOf(options.locale) ?? definition.language } }),
				tapTarget: tapTargetOf(options),
			});
		},
	};
}

/** What the output says about the template that was used. */
export function reportOf({ definition, isFallback }: ChosenTemplate): Record<string, string | boolean> {
	return {
		template: definition.name,
		language: definition.language,
		...(isFallback && { languageFallback: true }),
	};
}
