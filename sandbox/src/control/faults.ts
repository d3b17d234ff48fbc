import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { readBody } from './refuse';

const faultSchema = z
	.object({
		times: z.number().int().min(1).default(1),
		path: z.string().optional(),
		method: z.enum(['GET', 'POST', 'DELETE']).optional(),
		httpStatus: z.number().int().min(400).max(599).optional(),
		code: z.number().int().optional(),
		subcode: z.number().int().optional(),
		message: z.string().optional(),
		details: z.string().optional(),
		isTransient: z.boolean().optional(),
		delayMs: z.number().int().min(0).optional(),
		answerDelayMs: z.number().int().min(0).max(600_000).optional(),
		hangUp: z.boolean().optional(),
		afterBytes: z.number().int().min(0).optional(),
		headers: z.record(z.string()).optional(),
		afterProcessing: z.boolean().optional(),
		keepBytes: z.number().int().min(0).optional(),
	})
	.strict();

/** `faults`: the next matching Graph calls fail as told. */
export function faultRoutes(app: FastifyInstance, { state }: Context): void {
	app.get('/faults', () => state.faults);
	app.post('/faults', (request) => {
		state.faults.push(readBody(faultSchema, request.body));
		return { faults: state.faults };
	});
	app.delete('/faults', () => {
		state.faults = [];
		return { ok: true };
	});
}
