import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { MARKETING_STATES } from '../settings';
import { resetState } from '../state';
import { readBody } from './refuse';

const clockSchema = z
	.object({ now: z.string().datetime({ offset: true }).optional(), advanceSeconds: z.number().finite().optional() })
	.strict();

const delay = z.number().int().min(0).max(600_000);
const settingsSchema = z
	.object({
		autoApprove: z.boolean(),
		autoDeliver: z.boolean(),
		autoRead: z.boolean(),
		latencyMs: delay,
		bytesPerSecond: z.number().int().min(1).nullable(),
		throughputPerSecond: z.number().int().min(1).nullable(),
		pairLimit: z.boolean(),
		wabaCallsPerHour: z.number().int().min(1).nullable(),
		autoStatus: z.boolean(),
		deliveryConcurrency: z.number().int().min(1).max(50),
		log: z.boolean(),
		retryDelayMs: delay,
		allowList: z.array(z.string().regex(/^\d+$/)).nullable(),
		directSend: z.boolean(),
		marketingMessages: z.enum(MARKETING_STATES),
		marketingOnCloudApi: z.boolean(),
		marketingPerDay: z.number().int().min(0).nullable(),
		usMarketingPause: z.boolean(),
		blockListSize: z.number().int().min(0),
	})
	.partial()
	.strict();

const tokenSchema = z
	.object({
		token: z.string().min(1),
		scopes: z.array(z.string()).default(['whatsapp_business_messaging', 'whatsapp_business_management']),
		expired: z.boolean().default(false),
	})
	.strict();

/** `reset`, `seed`, `clock`, `settings`, `counters`, `tokens`. */
export function basicRoutes(app: FastifyInstance, { state, webhooks, counters }: Context): void {
	const clock = () => ({ now: new Date(state.clock.now()).toISOString() });
	app.post('/reset', () => {
		webhooks.cancel();
		resetState(state);
		counters.reset();
		return { ok: true };
	});
	app.get('/seed', () => state.seed);
	app.get('/clock', clock);
	app.post('/clock', (request) => {
		const { now, advanceSeconds } = readBody(clockSchema, request.body);
		if (now !== undefined) state.clock.set(Date.parse(now));
		if (advanceSeconds !== undefined) state.clock.advance(advanceSeconds);
		state.events.emit('clock', clock());
		return clock();
	});
	app.get('/settings', () => state.settings);
	app.post('/settings', (request) => {
		state.settings = { ...state.settings, ...readBody(settingsSchema, request.body) };
		return state.settings;
	});
	app.get('/counters', () => counters.read());
	app.delete('/counters', () => {
		counters.reset();
		return counters.read();
	});
	app.post('/tokens', (request) => {
		const { token, scopes, expired } = readBody(tokenSchema, request.body);
		state.tokens.set(token, { value: token, kind: 'user', scopes, expired });
		return { ok: true };
	});
}
