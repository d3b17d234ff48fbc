import { defined } from '../shared/defined';
import { arrayOf, isJsonObject, numberOf, objectOf, textOf } from '../shared/json';
import { findErrorCode, type ErrorCode, type Retryable } from './codes';
import { errorKindOf, type ErrorKind } from './errorKind';
import { readErrorBody } from './errorBody';

/** An error answer of the Graph API, or an entry of `errors` in a webhook, in one shape. */
export interface GraphError {
	code?: number;
	subcode?: number;
	/** Short name: from our table, else what Meta calls it, else the HTTP status. */
	title: string;
	/** Meta's own sentence, such as `(#131030) Recipient phone number not in allowed list`. */
	message: string;
	/** `error_data.details`: usually the only place that names the cause. */
	details?: string;
	userTitle?: string;
	userMessage?: string;
	/** Meta's support asks for it. */
	fbtraceId?: string;
	httpStatus: number;
	isTransient?: boolean;
	/** One sentence: what to do. */
	remedy: string;
	retryable: Retryable;
	kind: ErrorKind;
}

/**
 * Reads an error answer whatever its form: Meta's envelope (cloud-api part 6), the same as a JSON
 * string or as bytes, a webhook's `errors[0]`, a proxy's HTML page, plain text or nothing at all.
 * Never throws.
 *
 * The table decides first: a code known as never retryable stays so even when the answer says
 * `is_transient` or comes with HTTP 500. Unknown codes follow `is_transient`, then the HTTP status.
 */
export function readGraphError(answer: { httpStatus: number; body: unknown }): GraphError {
	const { httpStatus } = answer;
	const { error, text } = readErrorBody(answer.body);
	const code = numberOf(error.code);
	const subcode = numberOf(error.error_subcode);
	const isTransient = typeof error.is_transient === 'boolean' ? error.is_transient : undefined;
	const row = code === undefined ? undefined : findErrorCode({ code, subcode });
	const retryable = retryableOf({ row, isTransient, httpStatus });

	return defined<GraphError>({
		code,
		subcode,
		title:
			row?.title ?? textOf(error.title) ?? textOf(error.error_user_title) ?? `HTTP ${httpStatus}`,
		message: textOf(error.message) ?? text ?? `Meta answered HTTP ${httpStatus} without a reason`,
		details: failedUserOf(answer.body) ?? detailsOf(error.error_data),
		userTitle: textOf(error.error_user_title),
		userMessage: textOf(error.error_user_msg),
		fbtraceId: textOf(error.fbtrace_id),
		httpStatus,
		isTransient,
		remedy: row?.remedy ?? remedyOf({ httpStatus, retryable }),
		retryable,
		kind: errorKindOf({ code: row?.code ?? code, retryable }),
	});
}

/** Where a call for several people was refused in part (139100), the reason stands with the person, not with the error. */
function failedUserOf(body: unknown): string | undefined {
	const [failed] = arrayOf(objectOf(objectOf(body).block_users).failed_users);
	const reason = objectOf(arrayOf(objectOf(failed).errors)[0]);
	const said = detailsOf(reason.error_data) ?? textOf(reason.message);
	return said === undefined ? undefined : `${said} (#${String(reason.code)})`;
}

/** `error_data` is an object with `details` or, in older answers, a string, at times JSON in a string. */
function detailsOf(errorData: unknown): string | undefined {
	if (isJsonObject(errorData)) return textOf(errorData.details);
	const text = textOf(errorData);
	if (text === undefined) return undefined;
	try {
		return textOf(objectOf(JSON.parse(text)).details) ?? text;
	} catch {
		return text;
	}
}

function retryableOf(input: {
	row: ErrorCode | undefined;
	isTransient: boolean | undefined;
	httpStatus: number;
}): Retryable {
	const { row, isTransient, httpStatus } = input;
	if (row && row.retryable !== 'conditional') return row.retryable;
	if (isTransient === true) return 'yes';
	if (row) return row.retryable;
	if (isTransient === false) return 'no';
	return httpStatus === 429 || httpStatus >= 500 ? 'yes' : 'no';
}

function remedyOf(input: { httpStatus: number; retryable: Retryable }): string {
	const { httpStatus, retryable } = input;
	if (httpStatus === 401) return 'Check the access token in the credential';
	if (httpStatus === 403) return 'Check the permissions of the access token';
	if (httpStatus === 404)
		return 'Check the IDs, the API version and the base URL in the credential';
	if (httpStatus === 413) return 'Send a smaller file';
	if (httpStatus === 429) return 'Too many calls; slow down and try again later';
	if (retryable === 'yes') return 'Temporary fault at Meta or on the way there; try again later';
	return 'Read the message and the details; this error is not in the list of known ones';
}
