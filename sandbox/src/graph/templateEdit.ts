import { GraphError, invalidParameter, unknownObject } from '../errors';
import { isObject } from '../json';
import { checkDefinition } from '../rules/template/definition';
import { checkHandles } from '../rules/template/handles';
import type { Handler } from './call';
import { reviewTemplate } from './templates';

/** Statuses in which Meta takes an edit (cloud-api 3.1). */
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];

function refused(message: string): GraphError {
	return new GraphError({ code: 100, message: 'Invalid parameter', userTitle: 'Template cannot be edited', userMessage: message });
}

/**
 * `POST /{template-id}`: replaces all components, or the category of one that is not approved; the template is reviewed again.
 * Meta's limits on edits in time (one a day, ten a month) are not kept here.
 */
export const editTemplate: Handler = ({ context, call, id }) => {
	const { state } = context;
	const template = state.templates.get(id);
	if (!template) throw unknownObject({ method: call.method, id });
	const { components, category } = call.body;
	if (components === undefined && category === undefined) throw invalidParameter('components or category is required.');
	if (template.source !== undefined) throw new GraphError({ code: 100, subcode: 2388318, message: 'Invalid parameter' });
	if (!EDITABLE.includes(template.status)) throw refused(`A template that is ${template.status} cannot be edited.`);
	if (category !== undefined && category !== template.category && template.status === 'APPROVED')
		throw refused('The category of an approved template cannot be changed.');
	const definition = checkDefinition({
		name: template.name,
		language: template.language,
		category: category ?? template.category,
		parameter_format: template.parameterFormat,
		components: Array.isArray(components) ? components.filter(isObject) : template.components,
	});
	if (components !== undefined) checkHandles({ state, components: definition.components });
	Object.assign(template, { components: definition.components, category: definition.category });
	reviewTemplate({ context, template, status: state.settings.autoApprove ? 'APPROVED' : 'PENDING' });
	return { json: { success: true, id, category: template.category } };
};
