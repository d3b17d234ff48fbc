import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { Readable } from 'node:stream';

const BLOCK_BYTES = 1024 * 1024;

/** What workflows of a bench call: marks that say how far they are, and documents to download. */
export interface HelperServer {
	url: string;
	/** The next call of this mark waits for what `reached` does. */
	onMark(name: string, reached: () => void): void;
	close(): Promise<void>;
}

/** Different for every document, so that no two are the same file. */
function* documentBlocks({ number, bytes }: { number: number; bytes: number }): Generator<Buffer> {
	const block = Buffer.alloc(BLOCK_BYTES, `document ${number} `);
	for (let left = bytes; left > 0; left -= BLOCK_BYTES) yield left < BLOCK_BYTES ? block.subarray(0, left) : block;
}

function sendDocument(response: ServerResponse, query: URLSearchParams): void {
	const number = Number(query.get('number'));
	const bytes = Number(query.get('bytes'));
	response.writeHead(200, {
		'Content-Type': 'application/pdf',
		'Content-Length': bytes,
		'Content-Disposition': `attachment; filename="document-${number}.pdf"`,
	});
	Readable.from(documentBlocks({ number, bytes }), { objectMode: false }).pipe(response);
}

/** Starts the helper on loopback: `GET /mark/NAME` and `GET /document?number=N&bytes=N`. */
export async function startHelperServer(): Promise<HelperServer> {
	const marks = new Map<string, () => void>();
	const answer = (request: IncomingMessage, response: ServerResponse) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		if (pathname === '/document') return sendDocument(response, searchParams);
		marks.get(pathname.replace('/mark/', ''))?.();
		response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
	};
	const server = createServer(answer).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		onMark: (name, reached) => marks.set(name, reached),
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
