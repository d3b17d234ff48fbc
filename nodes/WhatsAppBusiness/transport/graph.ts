import { jsonParse, type IDataObject, type IHttpRequestMethods, type IHttpRequestOptions } from 'n8n-workflow';
import { readGraphError, type GraphError } from '../../../core/errors/graphError';
import { InvalidInput } from '../../../core/errors/invalidInput';
import { graphRefusal, unreachable } from './errors';
import {
	CREDENTIAL_TYPE,
	getPlatformCredential,
	type GraphContext,
	type PlatformCredential,
} from './credential';
import { isStraightRoute } from './route';

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

/** No request can carry another token: it would look like one that went out and was not answered. */
function checkToken({ accessToken }: PlatformCredential): void {
	if (/^[\x21-\x7e]*$/.test(accessToken)) return;
	const message = 'has a blank, a line break or an invisible character in it; copy it anew into the credential';
	throw new InvalidInput([{ field: 'Access Token', message }]);
}

function toOptions(call: GraphCall, credential: PlatformCredential): IHttpRequestOptions {
	checkToken(credential);
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
	if (statusCode < 300 && isObject(body) && body.error === undefined) return { ok: true, data: body };
	if (statusCode < 300 && (body === undefined || body === '')) return { ok: true, data: {} };
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

/** The request by the runtime's own client, which keeps its connections. A redirect is an answer, not followed. */
async function fetchResponse(options: IHttpRequestOptions): Promise<FullResponse> {
	const { url, method, body, timeout = REQUEST_TIMEOUT_MS, abortSignal } = options;
	const limit = AbortSignal.timeout(timeout);
	const response = await fetch(url, {
		method,
		headers: { ...options.headers, 'Content-Type': 'application/json' } as Record<string, string>,
		body: JSON.stringify(body),
		redirect: 'manual',
		signal: abortSignal instanceof AbortSignal ? AbortSignal.any([abortSignal, limit]) : limit,
	});
	const text = await response.text();
	const headers: IDataObject = {};
	response.headers.forEach((value, name) => {
		headers[name] = value;
	});
	return { statusCode: response.status, body: jsonParse<unknown>(text, { fallbackValue: text }), headers };
}

function authorized(options: IHttpRequestOptions, token: string): IHttpRequestOptions {
	return { ...options, headers: { Authorization: `Bearer ${token}` } };
}

/**
 * Posts JSON with a credential that was read before, for runs that send thousands. n8n reads and decrypts the credential
 * anew for each authenticated request and opens a new TLS connection for every request; both take longer than the rest.
 * So where n8n itself would connect straight to Meta this goes by `fetch`, else by n8n's helper, through its proxy or
 * past its address protection. A refusal is returned, not thrown.
 *
 * @param call.signal ends the request, as cancelling the execution does
 */
export async function graphExchange(
	context: GraphContext,
	call: Omit<GraphCall, 'qs'> & { credential: PlatformCredential; signal?: AbortSignal },
): Promise<GraphAnswer> {
	const { credential, signal } = call;
	const options = authorized(toOptions(call, credential), credential.accessToken);
	if (signal !== undefined) options.abortSignal = signal;
	const straight = await isStraightRoute(context, options.url);
	return await exchange(
		context,
		options,
		straight ? fetchResponse : async (request) => await context.helpers.httpRequest(request),
	);
}

/**
 * A call as the app itself: webhook subscriptions belong to the app and take its own token `APP_ID|APP_SECRET`
 * (cloud-api 4.8), never the system user's.
 */
export async function appRequest(context: GraphContext, call: GraphCall): Promise<IDataObject> {
	const credential = await getPlatformCredential(context);
	const options = authorized(toOptions(call, credential), `${credential.appId}|${credential.appSecret}`);
	return dataOf(context, await exchange(context, options, async (request) => await context.helpers.httpRequest(request)));
}
