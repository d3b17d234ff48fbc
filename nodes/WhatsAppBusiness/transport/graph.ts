import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import { readGraphError } from '../../../core/errors/graphError';
import { graphRefusal, unreachable } from './errors';
import { CREDENTIAL_TYPE, getPlatformCredential, type GraphContext } from './credential';

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

const REQUEST_TIMEOUT_MS = 60_000;

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function toOptions(context: GraphContext, call: GraphCall): Promise<IHttpRequestOptions> {
	const { baseUrl, apiVersion } = await getPlatformCredential(context);
	return {
		method: call.method,
		url: `${baseUrl}/${apiVersion}${call.path}`,
		qs: call.qs,
		body: call.body,
		json: true,
		timeout: call.timeout ?? REQUEST_TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
}

function answerOf(context: GraphContext, response: FullResponse): IDataObject {
	const { statusCode, body } = response;
	if (statusCode < 400 && isObject(body) && body.error === undefined) return body;
	if (statusCode < 400 && (body === undefined || body === '')) return {};
	throw graphRefusal(context.getNode(), readGraphError({ httpStatus: statusCode, body }));
}

/**
 * One call of the Graph API with the credential's access token.
 *
 * @returns the JSON that Meta answered
 * @throws NodeApiError when Meta refuses (code, subcode, details and fbtrace_id kept) or cannot be reached
 */
export async function graphRequest(context: GraphContext, call: GraphCall): Promise<IDataObject> {
	const options = await toOptions(context, call);
	let response: FullResponse;
	try {
		response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL_TYPE,
			options,
		)) as FullResponse;
	} catch (error) {
		throw unreachable(context.getNode(), { url: options.url, method: call.method, cause: error });
	}
	return answerOf(context, response);
}

async function appAuthorization(context: GraphContext): Promise<string> {
	const { appId, appSecret } = await getPlatformCredential(context);
	return `Bearer ${appId}|${appSecret}`;
}

/**
 * The same as the app itself: webhook subscriptions belong to the app and take its own token `APP_ID|APP_SECRET`
 * (cloud-api 4.8), never the system user's.
 */
export async function appRequest(context: GraphContext, call: GraphCall): Promise<IDataObject> {
	const options = await toOptions(context, call);
	options.headers = { Authorization: await appAuthorization(context) };
	let response: FullResponse;
	try {
		response = (await context.helpers.httpRequest(options)) as FullResponse;
	} catch (error) {
		throw unreachable(context.getNode(), { url: options.url, method: call.method, cause: error });
	}
	return answerOf(context, response);
}
