import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** @returns the port that was bound for a moment, or undefined when it is taken */
function tryPort(port: number): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
			else reject(error);
		});
		server.listen(port, HOST, () => {
			const address = server.address();
			const bound = typeof address === 'object' && address !== null ? address.port : undefined;
			server.close(() => resolve(bound));
		});
	});
}

/**
 * @param preferred this one when it is free
 * @returns a port of the loopback interface that nobody listens on right now
 */
export async function freePort(preferred = 0): Promise<number> {
	const port = (await tryPort(preferred)) ?? (await tryPort(0));
	if (port === undefined) throw new Error('There is no free port on the loopback interface');
	return port;
}
