import type { IDataObject } from 'n8n-workflow';
import { parseDefinition, type TemplateDefinition } from '../../../core/template/definition';
import { chooseTranslation, type LanguageChoice } from '../../../core/template/language';
import type { OperationContext } from '../shared/operation';
import { getPlatformCredential, type GraphContext } from './credential';
import { getRows } from './pages';

/** How a workflow names a template: `name|language` from the list, or a name with or without a language. */
export interface TemplateReference {
	name: string;
	language?: string;
}

const FIELDS = 'id,name,language,status,category,parameter_format,components';

/** Splits the stored value `name|language`. */
export function parseTemplateReference(value: string): TemplateReference {
	const [name = '', language = ''] = value.split('|').map((part) => part.trim());
	return language === '' ? { name } : { name, language };
}

/** All templates of the WABA that match the filter, over all pages. */
export async function listTemplates(
	context: GraphContext,
	filter: { qs?: IDataObject; enough?: number; fields?: string },
): Promise<IDataObject[]> {
	const { wabaId } = await getPlatformCredential(context);
	return await getRows(context, {
		path: `/${encodeURIComponent(wabaId)}/message_templates`,
		qs: { fields: filter.fields ?? FIELDS, ...filter.qs },
		enough: filter.enough,
	});
}

/** The rows of a template in all its languages. */
async function listTranslations(context: GraphContext, name: string): Promise<IDataObject[]> {
	const rows = await listTemplates(context, { qs: { name } });
	// Meta's `name` filter may match more than the exact name (unverified).
	return rows.filter((row) => row.name === name);
}

function chooseRow(rows: IDataObject[], { name, choice }: { name: string; choice: LanguageChoice }) {
	const translations = rows.map((row) => ({
		row,
		language: String(row.language),
		...(typeof row.status === 'string' && { status: row.status }),
	}));
	const { translation, isFallback } = chooseTranslation({ name, translations, choice });
	return { row: translation.row, language: translation.language, isFallback };
}

/**
 * The definition that a reference names, for forms. Without a language the template must exist in one language only.
 *
 * @throws InvalidInput when there is none, or no such language, or the choice is open, or Meta has not approved it
 */
export async function getTemplateDefinition(
	context: GraphContext,
	{ name, language }: TemplateReference,
): Promise<TemplateDefinition> {
	const rows = await listTranslations(context, name);
	return parseDefinition(chooseRow(rows, { name, choice: { preferred: language } }).row);
}

/**
 * The definition to send, in the language that the choice comes to. A template is read once for all items of a run.
 *
 * @returns the definition, and whether its language is another than the preferred one
 * @throws InvalidInput as `chooseTranslation` does
 */
export async function findTemplateDefinition(
	{ n8n, run }: OperationContext,
	{ name, choice }: { name: string; choice: LanguageChoice },
): Promise<{ definition: TemplateDefinition; isFallback: boolean }> {
	const rows = await run.once(`templates/${name}`, async () => await listTranslations(n8n, name));
	const { row, language, isFallback } = chooseRow(rows, { name, choice });
	// One object per template, since core keeps what it has found out about it.
	const definition = await run.once(`template/${name}|${language}`, async () => parseDefinition(row));
	return { definition, isFallback };
}
