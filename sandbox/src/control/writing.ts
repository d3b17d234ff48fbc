import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context';
import type { Update } from '../webhooks/dispatcher';
import { ANSWERS, isAnswerName } from './answers';
import type { AnswerResult } from './answers/kind';
import { customerOf, type Keyed } from './customer';
import { ControlError, parseBody, readBody } from './refuse';

const MOST_ANSWERS = 10_000;
const MOST_COPIES = 100;

const burstSchema = z
	.object({
		answers: z
			.array(z.object({ key: z.string(), kind: z.string() }).passthrough())
			.min(1)
			.max(MOST_ANSWERS),
		/** Each webhook goes out so often, as Meta's repeats do. */
		copies: z.number().int().min(1).max(MOST_COPIES).default(1),
	})
	.strict();

type Outcome = AnswerResult | { error: { status: number; message: string } };

function attempt(context: Context, { key, kind, ...body }: { key: string; kind: string }): Outcome {
	try {
		if (!isAnswerName(kind)) throw new ControlError(400, `kind: one of ${Object.keys(ANSWERS).join(', ')}`);
		return ANSWERS[kind].perform({ context, customer: customerOf(context, key), body });
	} catch (error) {
		if (!(error instanceof ControlError)) throw error;
		return { error: { status: error.status, message: error.message } };
	}
}

/** Carries out many things, and only then sends their webhooks, all beside each other. */
function burst(context: Context, { answers, copies }: z.output<typeof burstSchema>): Outcome[] {
	const updates: Update[] = [];
	const publish = (update: Update) => {
		updates.push(update);
	};
	const held: Context = { ...context, webhooks: { ...context.webhooks, publish } };
	const results = answers.map((answer) => attempt(held, answer));
	for (const update of updates) context.webhooks.publish({ ...update, lane: undefined, copies });
	return results;
}

/** `phones/{key}/{kind}`: what a customer sends, one thing a call; `answers`: many at once. */
export function writingRoutes(app: FastifyInstance, context: Context): void {
	for (const [name, kind] of Object.entries(ANSWERS)) {
		app.post<Keyed>(`/phones/:key/${name}`, (request) =>
			kind.perform({ context, customer: customerOf(context, request.params.key), body: parseBody(request.body) }),
		);
	}
	app.post('/answers', (request) => ({ results: burst(context, readBody(burstSchema, request.body)) }));
}
