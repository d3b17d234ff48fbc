import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '../context';
import type { JsonObject } from '../json';
import type { Token } from '../records';

/** A file of a multipart call. */
export interface CallFile {
	field: string;
	filename: string | undefined;
	mimeType: string;
	bytes: Buffer;
	/** The file was longer than the server reads. */
	truncated: boolean;
}

/** One Graph call, read. */
export interface GraphCall {
	method: string;
	/** As requested, version included, query left out. */
	path: string;
	/** Where the client reaches the emulator: links in answers start so. */
	origin: string;
	/** `/v25.0`, or empty for a call without a version. */
	version: string;
	/** The path's parts after the version. */
	segments: string[];
	query: Record<string, string>;
	headers: IncomingHttpHeaders;
	/** JSON object or form fields; empty without a body. */
	body: JsonObject;
	file: CallFile | undefined;
	/** Raw bytes of a resumable upload, and where in the file they begin. */
	upload: { bytes: Buffer; offset: number | undefined } | undefined;
	bytes: number;
	tokenText: string | undefined;
}

/** What a handler gets: the call, the checked token, the ID the path starts with. */
export interface HandlerInput {
	context: Context;
	call: GraphCall;
	token: Token | undefined;
	id: string;
}

/** A file in an answer. */
export interface BinaryAnswer {
	bytes: Buffer;
	mimeType: string;
}

/** A handler's answer: JSON or a file, and what happens once it is out. */
export interface HandlerResult {
	/** 200 unless told: an answer that is partly a refusal has another. */
	status?: number;
	json?: object;
	binary?: BinaryAnswer;
	afterwards?: () => void;
}

/** An endpoint. Refuses by throwing a `GraphError`. */
export type Handler = (input: HandlerInput) => HandlerResult | Promise<HandlerResult>;

/** A parameter from the query or, failing that, the body. */
export function parameter(call: GraphCall, name: string): string | undefined {
	const value = call.query[name] ?? call.body[name];
	if (value === undefined || value === null) return undefined;
	return typeof value === 'string' ? value : JSON.stringify(value);
}
