import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { templateFields, type TemplateField, type TemplateFieldKind } from '../../../core/template/fields';
import { asNodeError } from '../transport/errors';
import { getTemplateDefinition, parseTemplateReference } from '../transport/templates';

function chosenTemplate(context: ILoadOptionsFunctions): string {
	try {
		const value: unknown = context.getNodeParameter('template', '', { extractValue: true });
		return typeof value === 'string' ? value.trim() : '';
	} catch {
		// An expression that needs an item has no value before the workflow runs: then there is no template to show.
		return '';
	}
}

/** Kinds with an input of their own in n8n; the rest is text. */
const TYPES: Readonly<Partial<Record<TemplateFieldKind, ResourceMapperField['type']>>> = {
	date: 'dateTime',
	json: 'object',
	number: 'number',
};

function toMapperField(field: TemplateField): ResourceMapperField {
	return {
		id: field.id,
		displayName: field.label,
		required: field.required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: TYPES[field.kind] ?? 'string',
		// In the list of fields to add, not in the form.
		...(field.extra === true && { removed: true }),
	};
}

/** One form field per variable of the chosen template, in reading order, labelled with the text around it. */
export async function getTemplateVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const value = chosenTemplate(this);
	if (value === '' || value.startsWith('=')) {
		return {
			fields: [],
			emptyFieldsNotice: 'Choose a template from the list to see its variables here, or turn on Variables as JSON.',
		};
	}
	const definition = await asNodeError(this.getNode(), getTemplateDefinition(this, parseTemplateReference(value)));
	const fields = templateFields(definition).map(toMapperField);
	return { fields, emptyFieldsNotice: 'This template has nothing to fill in.' };
}
