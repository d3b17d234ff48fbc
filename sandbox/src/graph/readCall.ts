import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { GraphError, invalidParameter } from '../errors';
import { isObject, type Json, type JsonObject } from '../json';
import type { CallFile, GraphCall } from './call';

function readQuery(url: URL): Record<string, string> {
	return Object.fromEntries(url.searchParams.entries());
}

function readToken(input: {
	request: FastifyRequest;
	query: Record<string, string>;
	body: JsonObject;
}): string | undefined {
	const [, bearer] = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(input.request.headers.authorization ?? '') ?? [];
	if (bearer) return bearer.trim();
	return (
		input.query.access_token ?? (typeof input.body.access_token === 'string' ? input.body.access_token : undefined)
	);
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

async function readMultipart(
	request: FastifyRequest,
): Promise<{ body: JsonObject; file: CallFile | undefined; bytes: number }> {
	const body: JsonObject = {};
	let file: CallFile | undefined;
	let size = 0;
	try {
		for await (const part of request.parts()) {
			if (part.type !== 'file') {
				body[part.fieldname] = part.value as Json;
				continue;
			}
			const chunks: Buffer[] = [];
			for await (const chunk of part.file) chunks.push(chunk as Buffer);
			const bytes = Buffer.concat(chunks);
			size += bytes.length;
			file ??= {
				field: part.fieldname,
				filename: part.filename,
				mimeType: part.mimetype,
				bytes,
				truncated: part.file.truncated,
			};
		}
	} catch (error) {
		throw error instanceof GraphError ? error : invalidParameter('The multipart body could not be read.');
	}
	return { body, file, bytes: size };
}

function isUpload({ method, segments }: GraphCall): boolean {
	return method === 'POST' && (segments[0] ?? '').startsWith('upload:');
}

/** The bytes of a resumable upload are no body to be parsed; the log gets their number and hash instead. */
function readUpload(request: FastifyRequest): Pick<GraphCall, 'body' | 'bytes' | 'upload'> {
	const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	const offset = Number(request.headers.file_offset ?? Number.NaN);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return {
		upload: { bytes, offset: Number.isInteger(offset) ? offset : undefined },
		body: { file_offset: Number.isInteger(offset) ? offset : null, bytes: bytes.length, sha256 },
		bytes: bytes.length,
	};
}

/** Reads a request as a Graph call. The body's refusal comes beside the call, so that it can be logged. */
export async function readCall(request: FastifyRequest): Promise<{ call: GraphCall; problem: GraphError | undefined }> {
	const url = new URL(request.url, 'http://localhost');
	const [, version = '', rest = ''] = /^(\/v\d+\.\d+)?(\/.*)$/.exec(url.pathname) ?? [];
	const query = readQuery(url);
	const call: GraphCall = {
		method: request.method,
		path: url.pathname,
		version,
		segments: rest.split('/').filter((part) => part !== ''),
		query,
		body: {},
		file: undefined,
		upload: undefined,
		bytes: 0,
		tokenText: undefined,
	};
	let problem: GraphError | undefined;
	try {
		if (isUpload(call)) Object.assign(call, readUpload(request));
		else if (request.isMultipart()) Object.assign(call, await readMultipart(request));
		else if (Buffer.isBuffer(request.body)) {
			call.bytes = request.body.length;
			call.body = parseBody(request.body, request.headers['content-type'] ?? '');
		}
	} catch (error) {
		if (!(error instanceof GraphError)) throw error;
		problem = error;
	}
	call.tokenText = readToken({ request, query, body: call.body });
	return { call, problem };
}
