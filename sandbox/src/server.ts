import { existsSync } from 'node:fs';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import type { Context } from './context';
import { controlRoutes } from './control/routes';
import { GraphError, invalidParameter } from './errors';
import { serveGraph } from './graph/serve';

const PAGE = join(__dirname, '..', 'page', 'dist');
const PAGE_MISSING = 'The phone page is not built: npm run build -w sandbox';
/** Meta's largest file is a document of 100 MB; a little more is read so that its refusal can say how large it was. */
const BODY_LIMIT = 101 * 1024 * 1024;

function isGraphPath(path: string): boolean {
	return /^\/v\d+\.\d+(\/|$)/.test(path) || path.startsWith('/_media/');
}

async function servePage(app: FastifyInstance): Promise<void> {
	if (existsSync(PAGE)) await app.register(serveStatic, { root: PAGE, wildcard: true });
	else app.get('/', (_request, reply) => reply.code(503).type('text/plain').send(PAGE_MISSING));
}

/** Key and certificate (PEM) of a server that speaks TLS. */
export interface ServerTls {
	key: string | Buffer;
	cert: string | Buffer;
}

/** The HTTP server of one sandbox: Graph paths, the control part and the phone page. It does not listen yet. */
export async function createServer(context: Context, tls?: ServerTls): Promise<FastifyInstance> {
	const options = { bodyLimit: 2 * BODY_LIMIT, forceCloseConnections: true, logger: false } as const;
	const app: FastifyInstance = tls ? fastify({ ...options, https: tls }) : fastify(options);
	app.setErrorHandler((error, _request, reply) => {
		const { statusCode = 500, message } = error as { statusCode?: number; message?: string };
		const refusal =
			statusCode < 500
				? invalidParameter(message ?? 'The request could not be read.')
				: new GraphError({ code: 131000, details: message });
		return reply.code(refusal.httpStatus).send(refusal.toEnvelope());
	});
	// Bodies come as they are: a malformed one has to be refused in Meta's words, a cut one kept, and either logged, by the
	// Graph part itself.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
	await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: BODY_LIMIT } });
	await app.register(
		(control, _options, done) => {
			control.removeAllContentTypeParsers();
			control.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, end) => end(null, body));
			controlRoutes(control, context);
			done();
		},
		{ prefix: '/_control' },
	);
	await servePage(app);
	app.setNotFoundHandler((request, reply) => {
		if (request.method === 'GET' && !isGraphPath(request.url))
			return reply.code(404).send({ error: { message: `nothing at ${request.url}` } });
		return serveGraph({ context, request, reply });
	});
	app.route({
		method: ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'],
		url: '/_media/*',
		handler: (request, reply) => serveGraph({ context, request, reply }),
	});
	app.route({
		method: ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'],
		url: '/:version(^v\\d+\\.\\d+$)/*',
		handler: (request, reply) => serveGraph({ context, request, reply }),
	});
	return app;
}
