import { createHash } from 'node:crypto';
import { without } from '../json';
import { addToLog, entryHead, type State } from '../state';
import type { GraphCall } from './call';

const SECRETS = ['access_token', 'input_token', 'client_secret', 'fb_exchange_token'];

/** Keeps a call as received, tokens left out; of a file its name, type, size and SHA-256 (hex). */
export function logRequest(input: { state: State; call: GraphCall; status: number; response: unknown }): void {
	const { state, call, status, response } = input;
	if (!state.settings.log) return;
	const { file } = call;
	const body = without(call.body, SECRETS);
	if (file) {
		const sha256 = createHash('sha256').update(file.bytes).digest('hex');
		body[file.field] = { filename: file.filename, mimeType: file.mimeType, bytes: file.bytes.length, sha256 };
	}
	addToLog(state.requests, {
		...entryHead(state),
		method: call.method,
		path: call.path,
		query: without(call.query, SECRETS),
		body,
		bytes: call.bytes,
		status,
		response,
	});
}
