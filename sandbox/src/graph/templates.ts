import { errorTitle, GraphError, invalidParameter, unknownObject } from '../errors';
import { newId } from '../ids';
import { without } from '../json';
import { checkDefinition, checkRoom, type TemplateDefinition } from '../rules/template/definition';
import { checkHandles } from '../rules/template/handles';
import type { Context } from '../context';
import type { Template, TemplateStatus } from '../records';
import type { State } from '../state';
import { templateStatusBody } from '../webhooks/payloads';
import { parameter, type Handler } from './call';
import { pickFields } from './fields';
import { pageOf } from './paging';

const DEFAULT_FIELDS = ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id'];

function toGraph(template: Template): Record<string, unknown> {
	return {
		name: template.name,
		parameter_format: template.parameterFormat,
		components: template.components,
		language: template.language,
		status: template.status,
		category: template.category,
		quality_score: { score: 'UNKNOWN' },
		rejected_reason: template.rejectedReason,
		source: template.source,
		id: template.id,
	};
}

/** Keeps a checked definition as a template. */
export function registerTemplate(input: {
	state: State;
	definition: TemplateDefinition;
	status: TemplateStatus;
}): Template {
	const { state, definition, status } = input;
	const template: Template = { ...definition, id: newId.template(), status, rejectedReason: 'NONE' };
	state.templates.set(template.id, template);
	return template;
}

/** The outcome of a review, told by webhook. */
export function reviewTemplate(input: {
	context: Context;
	template: Template;
	status: TemplateStatus;
	reason?: string;
}): void {
	const { context, template, status, reason } = input;
	template.status = status;
	template.rejectedReason = status === 'REJECTED' ? (reason ?? 'INVALID_FORMAT') : 'NONE';
	const body = () => templateStatusBody({ state: context.state, template });
	context.webhooks.publish({ field: 'message_template_status_update', body, lane: template.id });
}

/**
 * `GET /{waba}/message_templates`. `name` keeps the templates whose name contains it; `status`, `category`, `language` and
 * `source` are compared whole.
 */
export const listTemplates: Handler = ({ context, call }) => {
	const { state } = context;
	const { name, status, category, language, source, fields } = call.query;
	const items = [...state.templates.values()].filter(
		(template) =>
			(!name || template.name.includes(name)) &&
			(!status || template.status === status.toUpperCase()) &&
			(!category || template.category === category.toUpperCase()) &&
			(!language || template.language === language) &&
			(!source || template.source === source.toUpperCase()),
	);
	const page = pageOf({ items, call, baseUrl: call.origin });
	const data = page.items.map((template) => pickFields({ from: toGraph(template), fields, byDefault: DEFAULT_FIELDS }));
	return { json: page.paging ? { data, paging: page.paging } : { data } };
};

/** `GET /{template-id}`. */
export const getTemplate: Handler = ({ context, call, id }) => {
	const template = context.state.templates.get(id);
	if (!template) throw unknownObject({ method: call.method, id });
	return { json: pickFields({ from: toGraph(template), fields: call.query.fields, byDefault: DEFAULT_FIELDS }) };
};

/** `POST /{waba}/message_templates`: answers `PENDING`; with the setting `autoApprove` the review follows at once. */
export const createTemplate: Handler = ({ context, call }) => {
	const { state } = context;
	const definition = checkDefinition(without(call.body, ['access_token']));
	checkHandles({ state, components: definition.components });
	checkRoom({ state, definition });
	const template = registerTemplate({ state, definition, status: 'PENDING' });
	const json = { id: template.id, status: template.status, category: template.category };
	if (state.settings.autoApprove) reviewTemplate({ context, template, status: 'APPROVED' });
	return { json };
};

/** `DELETE /{waba}/message_templates`: all languages of `name`, or the one with `hsm_id`. */
export const deleteTemplates: Handler = ({ context, call }) => {
	const { state } = context;
	const name = parameter(call, 'name');
	const id = parameter(call, 'hsm_id');
	if (!name) throw invalidParameter('The parameter name is required.');
	const doomed = [...state.templates.values()].filter(
		(template) => template.name === name && (!id || template.id === id),
	);
	if (doomed.length === 0) {
		throw new GraphError({
			code: 100,
			subcode: 2593002,
			message: 'Invalid parameter',
			userTitle: 'Message template was not found',
			userMessage: `No template is called ${name}.`,
		});
	}
	if (doomed.some(({ source }) => source !== undefined))
		throw new GraphError({ code: 100, subcode: 2388330, message: 'Invalid parameter', userTitle: errorTitle(2388330) });
	if (doomed.some(({ status }) => status === 'DISABLED'))
		throw invalidParameter('A disabled template cannot be deleted.');
	for (const template of doomed) state.templates.delete(template.id);
	return { json: { success: true } };
};
