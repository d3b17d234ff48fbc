import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { registerTemplate, reviewTemplate } from '../graph/templates';
import { checkDefinition } from '../rules/template/definition';
import { TEMPLATE_STATUSES } from '../records';
import { ControlError, readBody } from './refuse';

const status = z.enum(TEMPLATE_STATUSES);
const registerSchema = z.object({ definition: z.record(z.unknown()), status: status.default('APPROVED') }).strict();
const reviewSchema = z.object({ status, reason: z.string().optional() }).strict();

/** `templates` and `templates/{id}/review`. Registering replaces a template of the same name and language. */
export function templateRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	app.post('/templates', (request) => {
		const body = readBody(registerSchema, request.body);
		const definition = checkDefinition(body.definition);
		for (const old of state.templates.values()) {
			if (old.name === definition.name && old.language === definition.language) state.templates.delete(old.id);
		}
		const template = registerTemplate({ state, definition, status: body.status });
		return { id: template.id, status: template.status, category: template.category };
	});
	app.post<{ Params: { id: string } }>('/templates/:id/review', (request) => {
		const template = state.templates.get(request.params.id);
		if (!template) throw new ControlError(404, `no template ${request.params.id}`);
		reviewTemplate({ context, template, ...readBody(reviewSchema, request.body) });
		return { id: template.id, status: template.status };
	});
}
