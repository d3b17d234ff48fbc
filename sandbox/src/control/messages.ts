import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import { errorTitle } from '../errors';
import { toPhoneMessage } from '../phone/view';
import type { StoredMessage } from '../records';
import type { State } from '../state';
import { setStatus } from '../webhooks/progress';
import { customerOf, type Keyed } from './customer';
import { checkBody, ControlError, readBody } from './refuse';

const STATUSES = ['sent', 'delivered', 'read', 'played', 'failed'] as const;
const MOST_WAIT_MS = 120_000;

const listSchema = z
	.object({
		direction: z.enum(['inbound', 'outbound']).optional(),
		type: z.string().optional(),
		/** Only what came after this message. */
		after: z.string().optional(),
		status: z.enum(['accepted', ...STATUSES]).optional(),
		/** Answers once there are so many. */
		atLeast: z.coerce.number().int().min(0).default(0),
		timeoutMs: z.coerce.number().int().min(0).max(MOST_WAIT_MS).default(10_000),
	})
	.strict();
type ListQuery = z.output<typeof listSchema>;

const statusSchema = z
	.object({
		status: z.enum(STATUSES),
		code: z.number().int().optional(),
		title: z.string().optional(),
		details: z.string().optional(),
		copies: z.number().int().min(1).max(100).optional(),
	})
	.strict();

function matching(state: State, key: string, query: ListQuery): StoredMessage[] {
	const { direction, type, after, status } = query;
	const thread = state.messages.on(key);
	const start = after === undefined ? 0 : thread.findIndex(({ id }) => id === after) + 1;
	if (after !== undefined && start === 0) throw new ControlError(400, `after: no message ${after} on this phone`);
	return thread
		.slice(start)
		.filter((each) => direction === undefined || each.direction === direction)
		.filter((each) => type === undefined || each.type === type)
		.filter((each) => status === undefined || each.status === status);
}

/** Resolves to whether `check` came true in time; asks again whenever a message or a status comes to the phone. */
async function comesTrue(input: { state: State; key: string; check: () => boolean; timeoutMs: number }): Promise<boolean> {
	const { state, key, check, timeoutMs } = input;
	if (check()) return true;
	return new Promise((resolve) => {
		const done = (result: boolean) => {
			clearTimeout(timer);
			state.events.off('arrived', onArrived);
			state.events.off('status', onStatus);
			resolve(result);
		};
		const onArrived = (of: string) => of === key && check() && done(true);
		const onStatus = (change: { key?: string }) => change.key === key && check() && done(true);
		const timer = setTimeout(() => done(false), timeoutMs);
		state.events.on('arrived', onArrived);
		state.events.on('status', onStatus);
	});
}

function messageOf(state: State, id: string): StoredMessage {
	const message = state.messages.get(id);
	if (!message) throw new ControlError(404, `no message ${id}`);
	return message;
}

/** `phones/{key}/messages`, `threads`, `messages/{id}` and its `status`. */
export function messageRoutes(app: FastifyInstance, context: Context): void {
	const { state } = context;
	app.get<Keyed>('/phones/:key/messages', async (request) => {
		const { key } = customerOf(context, request.params.key);
		const query = checkBody(listSchema, request.query);
		const { atLeast, timeoutMs } = query;
		const check = () => matching(state, key, query).length >= atLeast;
		const found = await comesTrue({ state, key, check, timeoutMs });
		const messages = matching(state, key, query);
		if (!found) throw new ControlError(408, `${messages.length} of ${atLeast} messages after ${timeoutMs} ms`);
		return messages.map((message) => toPhoneMessage({ state, message }));
	});
	app.get('/threads', () =>
		Object.fromEntries(
			state.customers
				.all()
				.map(({ key }) => [key, state.messages.on(key).map((message) => toPhoneMessage({ state, message }))]),
		),
	);
	app.get<{ Params: { id: string } }>('/messages/:id', (request) => {
		const message = messageOf(state, request.params.id);
		return { ...toPhoneMessage({ state, message }), key: message.customerKey, callbackData: message.callbackData };
	});
	app.post<{ Params: { id: string } }>('/messages/:id/status', (request) => {
		const message = messageOf(state, request.params.id);
		if (message.direction !== 'outbound') throw new ControlError(409, 'statuses are of messages of the business');
		const body = readBody(statusSchema, request.body);
		const { status, copies, code = 131000, title = errorTitle(code), details = title } = body;
		const failure = status === 'failed' ? { code, title, details } : undefined;
		setStatus({ context, message, status, failure, copies });
		return toPhoneMessage({ state, message });
	});
}
