import type { FastifyInstance } from 'fastify';
import type { Context } from '../context';
import { GraphError } from '../errors';
import { attentionRoutes } from './attention';
import { autoAnswerRoutes } from './autoAnswers';
import { basicRoutes } from './basics';
import { eventRoutes } from './events';
import { faultRoutes } from './faults';
import { identityRoutes } from './identity';
import { logRoutes } from './logs';
import { messageRoutes } from './messages';
import { phoneRoutes } from './phones';
import { ControlError } from './refuse';
import { relationRoutes } from './relation';
import { shopRoutes } from './shop';
import { templateRoutes } from './templates';
import { writingRoutes } from './writing';

const FAMILIES = [
	basicRoutes,
	templateRoutes,
	phoneRoutes,
	messageRoutes,
	relationRoutes,
	identityRoutes,
	autoAnswerRoutes,
	writingRoutes,
	attentionRoutes,
	faultRoutes,
	logRoutes,
	shopRoutes,
	eventRoutes,
];

/** The control part. Refusals are `{error: {message}}`, with Meta's envelope where a Meta rule refuses. */
export function controlRoutes(app: FastifyInstance, context: Context): void {
	app.setErrorHandler((error, _request, reply) => {
		if (error instanceof GraphError) return reply.code(error.httpStatus).send(error.toEnvelope());
		const status = error instanceof ControlError ? error.status : 500;
		return reply.code(status).send({ error: { message: error instanceof Error ? error.message : String(error) } });
	});
	for (const register of FAMILIES) register(app, context);
}
