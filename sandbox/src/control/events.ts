import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context';

const NAMES = ['message', 'status', 'phones', 'delivery', 'clock'] as const;
const HEARTBEAT_MS = 15_000;

/** `events`: server-sent events. The streams end when the server closes. */
export function eventRoutes(app: FastifyInstance, { state }: Context): void {
	const streams = new Set<ServerResponse>();
	app.get('/events', (_request, reply) => {
		reply.hijack();
		const { raw } = reply;
		raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache', Connection: 'keep-alive' });
		raw.write(': connected\n\n');
		const listeners = NAMES.map((name) => ({
			name,
			listen: (data: unknown) => raw.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
		}));
		for (const { name, listen } of listeners) state.events.on(name, listen);
		const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
		streams.add(raw);
		raw.once('close', () => {
			clearInterval(heartbeat);
			for (const { name, listen } of listeners) state.events.off(name, listen);
			streams.delete(raw);
		});
	});
	app.addHook('preClose', (done) => {
		for (const stream of streams) stream.end();
		done();
	});
}
