import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { GraphError, invalidParameter } from '../errors';
import { isObject, type Json, type JsonObject } from '../json';
import type { Link } from '../traffic/link';
import type { CallFile, GraphCall } from './call';

/** A little more than two files of Meta's largest size. */
const MOST_BYTES = 202 * 1024 * 1024;

/** A fault ends the connection before the body is whole. */
class Cut extends Error {}

/** Takes the bytes of one request: through the line, counted, and no further than a fault allows. */
class Intake {
	bytes = 0;

	constructor(private readonly limits: { link: Link; cutAfter: number | undefined }) {}

	/** Reads a stream to its end. Throws `Cut` where a fault cuts; what came until then is in `chunks`. */
	async read(stream: Readable, chunks: Buffer[] = []): Promise<Buffer[]> {
		const { link, cutAfter = Number.POSITIVE_INFINITY } = this.limits;
		for await (const chunk of stream) {
			const bytes = (chunk as Buffer).subarray(0, cutAfter - this.bytes);
			chunks.push(bytes);
			this.bytes += bytes.length;
			if (this.bytes >= cutAfter) throw new Cut();
			if (this.bytes > MOST_BYTES) throw invalidParameter('The request is too large.');
			await link.take('in', bytes.length);
		}
		return chunks;
	}
}

function readToken(call: GraphCall): string | undefined {
	const [, bearer] = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(call.headers.authorization ?? '') ?? [];
	if (bearer) return bearer.trim();
	const { access_token: inBody } = call.body;
	return call.query.access_token ?? (typeof inBody === 'string' ? inBody : undefined);
}

function parseBody(bytes: Buffer, contentType: string): JsonObject {
	if (bytes.length === 0) return {};
	const text = bytes.toString('utf8');
	if (contentType.startsWith('application/x-www-form-urlencoded'))
		return Object.fromEntries(new URLSearchParams(text).entries());
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw invalidParameter('The request body is not valid JSON.');
	}
	if (!isObject(value)) throw invalidParameter('The request body must be a JSON object.');
	return value;
}

/** True when a body could not be read because the connection, and not the body, was at fault. */
function isCut(request: FastifyRequest, error: unknown): boolean {
	return error instanceof Cut || !request.raw.complete;
}

async function readMultipart(
	request: FastifyRequest,
	intake: Intake,
): Promise<{ body: JsonObject; file: CallFile | undefined }> {
	const body: JsonObject = {};
	let file: CallFile | undefined;
	try {
		for await (const part of request.parts()) {
			if (part.type !== 'file') {
				body[part.fieldname] = part.value as Json;
				continue;
			}
			const bytes = Buffer.concat(await intake.read(part.file));
			file ??= {
				field: part.fieldname,
				filename: part.filename,
				mimeType: part.mimetype,
				bytes,
				truncated: part.file.truncated,
			};
		}
	} catch (error) {
		if (isCut(request, error)) throw error;
		throw error instanceof GraphError ? error : invalidParameter('The multipart body could not be read.');
	}
	return { body, file };
}

/** The part of a call that comes before its body. */
export function readHead(request: FastifyRequest): GraphCall {
	const url = new URL(request.url, 'http://localhost');
	const [, version = '', rest = ''] = /^(\/v\d+\.\d+)?(\/.*)$/.exec(url.pathname) ?? [];
	return {
		method: request.method,
		path: url.pathname,
		origin: `${request.protocol}://${request.headers.host ?? 'localhost'}`,
		version,
		segments: rest.split('/').filter((part) => part !== ''),
		query: Object.fromEntries(url.searchParams.entries()),
		headers: request.headers,
		body: {},
		upload: undefined,
		file: undefined,
		bytes: 0,
		tokenText: undefined,
	};
}

/** True for a call that carries a part of a resumable upload. */
export function isUpload({ method, segments }: GraphCall): boolean {
	return method === 'POST' && (segments[0] ?? '').startsWith('upload:');
}

/** The bytes of a resumable upload are no body to be parsed; the log gets their number and hash instead. */
function asUpload(call: GraphCall, bytes: Buffer): Pick<GraphCall, 'body' | 'upload'> {
	const offset = Number(call.headers.file_offset ?? Number.NaN);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return {
		upload: { bytes, offset: Number.isInteger(offset) ? offset : undefined },
		body: { file_offset: Number.isInteger(offset) ? offset : null, bytes: bytes.length, sha256 },
	};
}

/** A stream that Fastify left to the Graph part, or nothing for a call without a body. */
function streamOf(request: FastifyRequest): Readable | undefined {
	const { body } = request;
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body ? (body as Readable) : undefined;
}

/**
 * Reads the body into the call. The body's refusal is answered, so that it can be logged; `cut` is a connection that
 * ended before the body did.
 */
export async function readBody(input: {
	request: FastifyRequest;
	call: GraphCall;
	link: Link;
	cutAfter: number | undefined;
}): Promise<{ problem: GraphError | undefined; cut: boolean }> {
	const { request, call, link, cutAfter } = input;
	const intake = new Intake({ link, cutAfter });
	const chunks: Buffer[] = [];
	let problem: GraphError | undefined;
	let cut = false;
	try {
		const stream = streamOf(request);
		if (request.isMultipart() && !isUpload(call)) Object.assign(call, await readMultipart(request, intake));
		else if (stream) await intake.read(stream, chunks);
	} catch (error) {
		cut = isCut(request, error);
		if (error instanceof GraphError) problem = error;
		else if (!cut) throw error;
	}
	call.bytes = intake.bytes;
	try {
		const bytes = Buffer.concat(chunks);
		if (isUpload(call)) Object.assign(call, asUpload(call, bytes));
		else if (!cut && bytes.length > 0) call.body = parseBody(bytes, request.headers['content-type'] ?? '');
	} catch (error) {
		if (!(error instanceof GraphError)) throw error;
		problem ??= error;
	}
	call.tokenText = readToken(call);
	return { problem, cut };
}
