import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { encodeLikeMeta, sign } from '../webhooks/encode';
import { ControlError, readBody } from './refuse';

const deliverSchema = z
	.object({
		body: z.unknown().optional(),
		raw: z.string().optional(),
		url: z.string().url().optional(),
		signature: z.enum(['valid', 'wrong', 'none']).default('valid'),
	})
	.strict();

/** `requests`, `deliveries`, `deliver`. */
export function logRoutes(app: FastifyInstance, { state, webhooks }: Context): void {
	app.get('/requests', () => state.requests);
	app.delete('/requests', () => {
		state.requests = [];
		return { ok: true };
	});
	app.get('/deliveries', () => state.deliveries);
	app.delete('/deliveries', () => {
		state.deliveries = [];
		return { ok: true };
	});
	app.post('/deliver', (request) => {
		const { body, raw, url = state.subscription?.callbackUrl, signature } = readBody(deliverSchema, request.body);
		if (url === undefined) throw new ControlError(409, 'no callback is registered and no url is given');
		const bytes = raw === undefined ? encodeLikeMeta(body ?? {}) : Buffer.from(raw, 'utf8');
		const appSecret = signature === 'wrong' ? `not ${state.seed.appSecret}` : state.seed.appSecret;
		return webhooks.post({
			url,
			bytes,
			body: raw ?? body ?? {},
			signature: signature === 'none' ? undefined : sign({ bytes, appSecret }),
			attempt: 1,
		});
	});
}
