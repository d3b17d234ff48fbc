import { NodeOperationError, type IDataObject, type IExecuteFunctions, type NodeApiError } from 'n8n-workflow';
import { readGraphError, type GraphError } from '../../../../core/errors/graphError';
import { readRetryAfter } from '../../../../core/pace/retry';
import { isJsonObject, objectOf } from '../../../../core/shared/json';
import { CREDENTIAL_TYPE, getPlatformCredential } from '../credential';
import { unreachable } from '../errors';
import { chunksOf, streamOf, type ByteStream } from './byteStream';
import type { InputFile } from './inputFile';

/** A POST whose body is a file, with bytes before and after it. */
export interface FilePost {
	/** Path after the version. */
	path: string;
	file: InputFile;
	contentType: string;
	headers?: Record<string, string>;
	head?: Uint8Array;
	tail?: Uint8Array;
	/** Bytes of the file to leave out at its start. */
	skip?: number;
}

/** Meta's JSON, its refusal, or the news that the connection broke before there was either. */
export type FileAnswer =
	| { state: 'done'; data: IDataObject }
	| { state: 'refused'; error: GraphError; retryAfterSeconds?: number }
	| { state: 'cut'; error: NodeApiError };

/** Inactivity after which a transfer counts as dead, in milliseconds. */
const TRANSFER_TIMEOUT_MS = 300_000;

const NOTHING = new Uint8Array();

async function* framed(source: ByteStream, post: FilePost): AsyncGenerator<Uint8Array> {
	const { head = NOTHING, tail = NOTHING, skip = 0, file } = post;
	if (head.length > 0) yield head;
	let seen = 0;
	for await (const chunk of chunksOf(source)) {
		const from = Math.max(0, skip - seen);
		seen += chunk.length;
		if (from < chunk.length) yield from === 0 ? chunk : chunk.subarray(from);
	}
	// The length went ahead in a header; with another one the server would wait for bytes that never come.
	if (seen !== file.bytes) throw new Error(`it has ${seen} bytes in place of ${file.bytes}`);
	if (tail.length > 0) yield tail;
}

function lengthOf({ head = NOTHING, tail = NOTHING, skip = 0, file }: FilePost): number {
	return head.length + file.bytes - skip + tail.length;
}

interface Body {
	content: ByteStream | Buffer;
	/** Why the file could not be read to its end. */
	failure(): Error | null;
	close(): void;
}

async function openBody(n8n: IExecuteFunctions, post: FilePost): Promise<Body> {
	const source = await post.file.open();
	if (Buffer.isBuffer(source)) {
		const { head = NOTHING, tail = NOTHING, skip = 0 } = post;
		const content = Buffer.concat([head, source.subarray(skip), tail]);
		return { content, failure: () => null, close: () => {} };
	}
	const content = streamOf(n8n, { chunks: framed(source, post), like: source });
	return {
		content,
		failure: () => content.errored,
		// A request that breaks leaves its body open, and with it the file.
		close: () => {
			content.destroy();
			source.destroy();
		},
	};
}

/**
 * Posts a file out of n8n's binary storage with the credential's token, in constant memory: n8n's HTTP helper takes a
 * stream as the body, and redirects are off because following one would mean to keep all that was sent.
 *
 * @throws NodeOperationError when the file itself cannot be read
 */
export async function postFile(n8n: IExecuteFunctions, post: FilePost): Promise<FileAnswer> {
	const { baseUrl, apiVersion } = await getPlatformCredential(n8n);
	const url = `${baseUrl}/${apiVersion}${post.path}`;
	const body = await openBody(n8n, post);
	try {
		const answer: unknown = await n8n.helpers.httpRequestWithAuthentication.call(n8n, CREDENTIAL_TYPE, {
			method: 'POST',
			url,
			headers: { ...post.headers, 'Content-Type': post.contentType, 'Content-Length': lengthOf(post) },
			body: body.content,
			json: true,
			timeout: TRANSFER_TIMEOUT_MS,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
		return toFileAnswer(answer);
	} catch (cause) {
		const failure = body.failure();
		if (failure !== null) {
			throw new NodeOperationError(n8n.getNode(), `The file could not be read: ${failure.message}`, {
				description: "n8n's binary storage no longer has the whole file. Run the node that made it again.",
			});
		}
		// An upload that got no answer left at most an unused file at Meta: no message went out, it may be repeated.
		return { state: 'cut', error: unreachable(n8n.getNode(), { url, method: 'PUT', cause }) };
	} finally {
		body.close();
	}
}

function toFileAnswer(answer: unknown): FileAnswer {
	const { statusCode, body, headers } = objectOf(answer);
	const httpStatus = typeof statusCode === 'number' ? statusCode : 0;
	if (httpStatus >= 200 && httpStatus < 300 && isJsonObject(body) && body.error === undefined) {
		return { state: 'done', data: body as IDataObject };
	}
	const retryAfterSeconds = readRetryAfter(objectOf(headers)['retry-after'], new Date());
	return { state: 'refused', error: readGraphError({ httpStatus, body }), retryAfterSeconds };
}
