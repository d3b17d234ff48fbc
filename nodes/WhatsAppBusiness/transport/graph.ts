import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import { readGraphError, type GraphError } from '../../../core/errors/graphError';
import { graphRefusal, unreachable } from './errors';
import {
	CREDENTIAL_TYPE,
	getPlatformCredential,
	type GraphContext,
	type PlatformCredential,
} from './credential';

export type { GraphContext } from './credential';

export interface GraphCall {
	method: IHttpRequestMethods;
	/** Path after the version, such as `/123/messages`. */
	path: string;
	qs?: IDataObject;
	/** JSON, or the global FormData for a multipart upload. */
	body?: object;
	/** Milliseconds; n8n's default is 300 s, a send should not hold a workflow that long. */
	timeout?: number;
}

interface FullResponse {
	statusCode: number;
	body: unknown;
	headers: IDataObject;
}

/** What came back from Meta: its JSON, or its refusal with the headers that tell when to try again. */
export type GraphAnswer =
	| { ok: true; data: IDataObject }
	| { ok: false; error: GraphError; headers: IDataObject };

const REQUEST_TIMEOUT_MS = 60_000;

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toOptions(call: GraphCall, credential: PlatformCredential): IHttpRequestOptions {
	return {
		method: call.method,
		url: `${credential.baseUrl}/${credential.apiVersion}${call.path}`,
		qs: call.qs,
		body: call.body,
		json: true,
		timeout: call.timeout ?? REQUEST_TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
}

function toAnswer({ statusCode, body, headers }: FullResponse): GraphAnswer {
	if (statusCode < 400 && isObject(body) && body.error === undefined) return { ok: true, data: body };
	if (statusCode < 400 && (body === undefined || body === '')) return { ok: true, data: {} };
	return { ok: false, error: readGraphError({ httpStatus: statusCode, body }), headers };
}

function dataOf(context: GraphContext, answer: GraphAnswer): IDataObject {
	if (answer.ok) return answer.data;
	throw graphRefusal(context.getNode(), answer.error);
}

async function exchange(
	context: GraphContext,
	options: IHttpRequestOptions,
	request: (options: IHttpRequestOptions) => Promise<unknown>,
): Promise<GraphAnswer> {
	try {
		return toAnswer((await request(options)) as FullResponse);
	} catch (error) {
		throw unreachable(context.getNode(), { url: options.url, method: options.method ?? 'GET', cause: error });
	}
}

/**
 * One call of the Graph API with the credential's access token.
 *
 * @returns the JSON that Meta answered
 * @throws NodeApiError when Meta refuses (code, subcode, details and fbtrace_id kept) or cannot be reached
 */
export async function graphRequest(context: GraphContext, call: GraphCall): Promise<IDataObject> {
	const options = toOptions(call, await getPlatformCredential(context));
	const answer = await exchange(
		context,
		options,
		async (request) =>
			await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_TYPE, request),
	);
	return dataOf(context, answer);
}

async function withAuthorization(
	context: GraphContext,
	{ options, token, signal }: { options: IHttpRequestOptions; token: string; signal?: AbortSignal },
): Promise<GraphAnswer> {
	options.headers = { Authorization: `Bearer ${token}` };
	if (signal !== undefined) options.abortSignal = signal;
	return await exchange(context, options, async (request) => await context.helpers.httpRequest(request));
}

/**
 * The same with a credential that was read before: n8n reads and decrypts it anew for each authenticated request, which
 * takes about as long as the request itself and counts when a run sends thousands. A refusal is returned, not thrown.
 */
export async function graphExchange(
	context: GraphContext,
	call: GraphCall & { credential: PlatformCredential; signal?: AbortSignal },
): Promise<GraphAnswer> {
	const { credential, signal } = call;
	const options = toOptions(call, credential);
	return await withAuthorization(context, { options, token: credential.accessToken, signal });
}

/**
 * A call as the app itself: webhook subscriptions belong to the app and take its own token `APP_ID|APP_SECRET`
 * (cloud-api 4.8), never the system user's.
 */
export async function appRequest(context: GraphContext, call: GraphCall): Promise<IDataObject> {
	const credential = await getPlatformCredential(context);
	const options = toOptions(call, credential);
	const token = `${credential.appId}|${credential.appSecret}`;
	return dataOf(context, await withAuthorization(context, { options, token }));
}
