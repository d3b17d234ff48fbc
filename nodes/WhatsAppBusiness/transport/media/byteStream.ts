import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/** A stream of bytes as n8n hands it out and takes it. */
export type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

interface StreamClass {
	from(chunks: AsyncIterable<Uint8Array>, options: { objectMode: boolean }): ByteStream;
}

function isStreamClass(value: unknown): value is StreamClass {
	return typeof value === 'function' && 'from' in value && typeof value.from === 'function';
}

/** The chunks of a stream; leaving the loop early closes it. */
export async function* chunksOf(stream: ByteStream): AsyncGenerator<Uint8Array> {
	for await (const chunk of stream) {
		if (chunk instanceof Uint8Array) yield chunk;
	}
}

/**
 * Makes a stream of `chunks` that holds no more of them than its reader takes.
 *
 * Its class comes from `like`, since n8n lets no node import `stream`: all streams of Node.js inherit `Readable.from`.
 */
export function streamOf(
	n8n: Pick<IExecuteFunctions, 'getNode'>,
	{ chunks, like }: { chunks: AsyncIterable<Uint8Array>; like: ByteStream },
): ByteStream {
	const type: unknown = like.constructor;
	if (!isStreamClass(type)) {
		throw new NodeOperationError(n8n.getNode(), "n8n's binary storage gave a stream of an unknown kind");
	}
	return type.from(chunks, { objectMode: false });
}
