import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../core/errors/invalidInput';
import { parseDefinition, type TemplateDefinition } from '../../../core/template/definition';
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

/**
 * The definition that a reference names. Without a language the template must exist in one language only.
 *
 * @throws InvalidInput when there is none, or no such language, or the choice is open, or Meta has not approved it
 */
export async function getTemplateDefinition(
	context: GraphContext,
	reference: TemplateReference,
): Promise<TemplateDefinition> {
	const rows = (await listTemplates(context, { qs: { name: reference.name } })).filter(
		// Meta's `name` filter may match more than the exact name (unverified).
		(row) => row.name === reference.name,
	);
	const languages = rows.map((row) => String(row.language)).join(', ');
	const matching = reference.language === undefined ? rows : rows.filter((row) => row.language === reference.language);
	const [row] = matching;
	if (row === undefined) {
		throw new InvalidInput([
			{
				field: 'Template',
				message:
					rows.length === 0
						? `"${reference.name}" does not exist in this WhatsApp Business Account`
						: `"${reference.name}" has no language "${reference.language}"; it exists in ${languages}`,
			},
		]);
	}
	if (matching.length > 1) {
		throw new InvalidInput([
			{ field: 'Template', message: `"${reference.name}" exists in ${languages}: write it as ${reference.name}|language` },
		]);
	}
	if (row.status !== undefined && row.status !== 'APPROVED') {
		throw new InvalidInput([
			{
				field: 'Template',
				message: `"${reference.name}" (${String(row.language)}) is ${String(row.status)}; only approved templates can be sent`,
			},
		]);
	}
	return parseDefinition(row);
}
