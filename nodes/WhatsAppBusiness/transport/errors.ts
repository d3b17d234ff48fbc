import { NodeApiError, NodeOperationError, type IDataObject, type INode, type JsonObject } from 'n8n-workflow';
import type { GraphError } from '../../../core/errors/graphError';
import { InvalidInput } from '../../../core/errors/invalidInput';

/** What an item that failed carries in `json.details`, so that a workflow can branch on it. */
export interface ErrorDetails extends IDataObject {
	/** `input`: refused before any call; `refused`: Meta said no; `unreachable`: no answer; `node`: anything else. */
	reason: string;
}

interface Failure {
	message: string;
	description: string;
	httpCode?: string;
	details: ErrorDetails;
}

function nodeApiError(node: INode, failure: Failure): NodeApiError {
	const error = new NodeApiError(node, { message: failure.message } as JsonObject, {
		message: failure.message,
		description: failure.description,
		httpCode: failure.httpCode,
	});
	error.context.details = failure.details;
	return error;
}

function withoutUndefined(data: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/**
 * Meta's refusal as n8n shows it: title and code, then what to do, then the facts that Meta's support asks for.
 *
 * @param attempts.retryAfter seconds after which Meta, or its documented rule, suggests the next try
 * @param attempts.tries how often it was tried
 */
export function graphRefusal(
	node: INode,
	graph: GraphError,
	attempts: { retryAfter?: number; tries?: number } = {},
): NodeApiError {
	const code = graph.code === undefined ? '' : ` (#${graph.code})`;
	const facts = [
		graph.code === undefined ? `HTTP ${graph.httpStatus}` : `code ${graph.code}`,
		graph.subcode === undefined ? '' : `subcode ${graph.subcode}`,
		graph.fbtraceId === undefined ? '' : `fbtrace_id ${graph.fbtraceId}`,
	].filter((fact) => fact !== '');
	const said = graph.userMessage ?? graph.details ?? graph.message;
	return nodeApiError(node, {
		message: `${graph.title}${code}`,
		description: [said, graph.remedy, `Meta: ${facts.join(', ')}`]
			.filter((part) => part !== undefined && part !== '')
			.map((part) => part.replace(/\.?\s*$/, '.'))
			.join(' '),
		httpCode: String(graph.httpStatus),
		details: {
			reason: 'refused',
			...withoutUndefined({
				code: graph.code,
				subcode: graph.subcode,
				title: graph.title,
				details: graph.details ?? graph.message,
				remedy: graph.remedy,
				retryable: graph.retryable,
				kind: graph.kind,
				fbtraceId: graph.fbtraceId,
				httpStatus: graph.httpStatus,
				retryAfter: attempts.retryAfter,
				tries: attempts.tries === 1 ? undefined : attempts.tries,
			}),
		},
	});
}

/** Codes with which the connection never came about, so that nothing can have been sent. */
const NEVER_SENT = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'UND_ERR_CONNECT_TIMEOUT',
	'ERR_INVALID_URL',
	// A certificate that is refused, as a proxy that opens TLS would show.
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

function causeCode(cause: unknown): string | undefined {
	let current: unknown = cause;
	for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
		const code: unknown = 'code' in current ? current.code : undefined;
		if (typeof code === 'string' && code !== '') return code;
		current = 'cause' in current ? current.cause : undefined;
	}
	return undefined;
}

/**
 * No answer came. A POST whose connection was made may have been carried out, and Meta knows no idempotency key
 * (cloud-api 6), so the outcome is reported as unknown and never repeated by us.
 */
export function unreachable(node: INode, call: { url: string; method: string; cause: unknown }): NodeApiError {
	const code = causeCode(call.cause);
	const host = /^[a-z]+:\/\/([^/?#]+)/i.exec(call.url)?.[1] ?? call.url;
	const unknown = call.method === 'POST' && !(code !== undefined && NEVER_SENT.includes(code));
	return nodeApiError(node, {
		message: unknown ? `No answer from ${host}` : `Could not reach ${host}`,
		description: unknown
			? 'The request went out but no answer came back: it may or may not have been carried out. Look at the message statuses before you send it again.'
			: 'Nothing was sent. Check the network of this n8n, and the Base URL in the credential.',
		details: {
			reason: 'unreachable',
			outcome: unknown ? 'unknown' : 'notSent',
			retryable: unknown ? 'no' : 'yes',
			...withoutUndefined({ networkCode: code }),
		},
	});
}

/** An answer that is not Meta's own, from a proxy on the way: the message may have been sent behind it. */
export function unclearAnswer(node: INode, graph: Pick<GraphError, 'httpStatus'>): NodeApiError {
	return nodeApiError(node, {
		message: `No clear answer (HTTP ${graph.httpStatus})`,
		description:
			'Something between n8n and Meta answered in place of Meta: the message may or may not have been sent. Look at the message statuses before you send it again.',
		httpCode: String(graph.httpStatus),
		details: { reason: 'unreachable', outcome: 'unknown', retryable: 'no', httpStatus: graph.httpStatus },
	});
}

/** Input refused before any call, with every field and its limit. */
function refusedInput(node: INode, error: InvalidInput): NodeOperationError {
	const [first, ...rest] = error.problems;
	const result = new NodeOperationError(node, first === undefined ? error.message : `${first.field}: ${first.message}`, {
		description: [
			'Nothing was sent for this item.',
			...rest.map((problem) => `${problem.field}: ${problem.message}.`),
		].join(' '),
	});
	result.context.details = {
		reason: 'input',
		problems: error.problems.map(({ field, message }) => ({ field, message })),
	};
	return result;
}

/** Items share what a run reads once, and so its failure: each gets an error of its own, with its own number. */
function ofItem(
	node: INode,
	{ error, itemIndex }: { error: NodeApiError | NodeOperationError; itemIndex: number },
): NodeApiError | NodeOperationError {
	const bound: unknown = error.context.itemIndex;
	if (bound === undefined || bound === itemIndex) return error;
	const { message } = error;
	const description = error.description ?? undefined;
	const copy =
		error instanceof NodeApiError
			? new NodeApiError(node, { message } as JsonObject, { message, description, httpCode: error.httpCode ?? undefined })
			: new NodeOperationError(node, message, { description });
	Object.assign(copy.context, error.context);
	return copy;
}

/** Whatever was thrown, as n8n's error, bound to its item. The one path from a failure to what the operator reads. */
export function toNodeError(
	node: INode,
	failure: { error: unknown; itemIndex: number },
): NodeApiError | NodeOperationError {
	const { error, itemIndex } = failure;
	let result: NodeApiError | NodeOperationError;
	if (error instanceof InvalidInput) result = refusedInput(node, error);
	else if (error instanceof NodeApiError || error instanceof NodeOperationError) result = ofItem(node, { error, itemIndex });
	else result = new NodeOperationError(node, error instanceof Error ? error : String(error));
	result.context.itemIndex = itemIndex;
	return result;
}

/** The facts of a failure for the item's JSON. */
export function errorDetailsOf(error: NodeApiError | NodeOperationError): IDataObject {
	const details: unknown = error.context.details;
	const known = typeof details === 'object' && details !== null ? (details as IDataObject) : { reason: 'node' };
	return withoutUndefined({ ...known, description: error.description ?? undefined });
}

/** For forms, which have no items and no router: `work`, whose failure is n8n's error. */
export async function asNodeError<T>(node: INode, work: Promise<T>): Promise<T> {
	return await work.catch(async (error: unknown) => await Promise.reject(toNodeError(node, { error, itemIndex: 0 })));
}
