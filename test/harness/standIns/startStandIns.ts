import { writeFile } from 'node:fs/promises';
import { createServer as createProxy, type IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { join } from 'node:path';
import { makeCertificate } from './certificate';
import type { Service, ServiceRequest } from './service';

const HOST = '127.0.0.1';

/** Everybody else's servers, stood in for by small ones of this machine. */
export interface StandIns {
	/** Variables for an n8n whose calls to other hosts shall come here. Hosts without a stand-in cannot be reached. */
	env: Record<string, string>;
	/** What came so far, oldest first. */
	requests: ServiceRequest[];
	/** What was refused, with the reason. */
	refusals: string[];
	close(): Promise<void>;
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const text = Buffer.concat(chunks).toString();
	return text === '' ? undefined : (JSON.parse(text) as unknown);
}

async function listen(server: { listen(port: number, host: string, done: () => void): unknown; address(): unknown }): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
	return (server.address() as AddressInfo).port;
}

/**
 * Starts one TLS server for all services, and a proxy that leads there whoever wants one of their hosts. n8n is told of it
 * as of any company's proxy, so its nodes and their addresses stay as they are.
 *
 * @param options folder: where the certificate is kept; onRequest: told of each request, before it is answered
 */
export async function startStandIns(options: {
	services: readonly Service[];
	folder: string;
	onRequest?: (request: ServiceRequest) => void;
}): Promise<StandIns> {
	const { services, folder, onRequest } = options;
	const requests: ServiceRequest[] = [];
	const refusals: string[] = [];
	const serviceOf = (host: string) => services.find(({ hosts }) => hosts.includes(host));
	const certificate = await makeCertificate(services.flatMap(({ hosts }) => hosts));
	const answer = (request: ServiceRequest) => {
		requests.push(request);
		onRequest?.(request);
		try {
			return serviceOf(request.host)?.answer(request) ?? { status: 404, body: {} };
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			refusals.push(`${request.method} ${request.host}${request.path}: ${message}`);
			return { status: 400, body: { errors: message } };
		}
	};
	const server = createServer(certificate, (request, response) => {
		const { method = '', url = '', headers } = request;
		void jsonOf(request).then((body) => {
			const host = (headers.host ?? '').replace(/:\d+$/, '');
			const { status = 200, body: answered } = answer({ method, host, path: url, headers, body });
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answered));
		});
	});
	const port = await listen(server);
	const proxy = createProxy((_, response) => response.writeHead(501).end());
	const sockets = new Set<Socket>();
	proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
		sockets.add(socket);
		socket.on('error', () => socket.destroy());
		const [host = ''] = (request.url ?? '').split(':');
		if (serviceOf(host) === undefined) {
			socket.end('HTTP/1.1 502 No Stand-In\r\n\r\n');
			return;
		}
		const onward = connect(port, HOST, () => {
			socket.write('HTTP/1.1 200 Connected\r\n\r\n');
			onward.pipe(socket);
			socket.pipe(onward);
		});
		onward.on('error', () => socket.destroy());
	});
	const proxyUrl = `http://${HOST}:${await listen(proxy)}`;
	const trusted = join(folder, 'stand-ins.pem');
	await writeFile(trusted, certificate.cert);
	const none = `${HOST},localhost`;
	return {
		env: { HTTPS_PROXY: proxyUrl, https_proxy: proxyUrl, NO_PROXY: none, no_proxy: none, NODE_EXTRA_CA_CERTS: trusted },
		requests,
		refusals,
		async close() {
			for (const socket of sockets) socket.destroy();
			server.closeAllConnections();
			await Promise.all([server, proxy].map(async (one) => await new Promise((resolve) => one.close(resolve))));
		},
	};
}
