import { ERROR_TABLE } from './errorTable';
import { newId } from './ids';
import { compact } from './json';

/** What a refusal says. Title and HTTP status come from Meta's table unless given. */
export interface GraphErrorInput {
	/** Meta's error code; all logic of a client hangs on it. */
	code: number;
	subcode?: number;
	/** The whole message; without it `(#code) Title`. */
	message?: string;
	/** `error_data.details`: what exactly is wrong, naming the parameter. */
	details?: string;
	httpStatus?: number;
	isTransient?: boolean;
	/** Shown to people by Meta's own pages; template creation explains itself here. */
	userTitle?: string;
	userMessage?: string;
}

/** A refusal of the Graph part, thrown by rules and handlers and printed as Meta's envelope (cloud-api 6). */
export class GraphError extends Error {
	readonly code: number;

	constructor(readonly input: GraphErrorInput) {
		super(input.message ?? `(#${input.code}) ${errorTitle(input.code)}`);
		this.code = input.code;
	}

	/** HTTP status of the refusal. */
	get httpStatus(): number {
		return this.input.httpStatus ?? ERROR_TABLE[this.code]?.httpStatus ?? 400;
	}

	/** The body of the answer. */
	toEnvelope(): { error: object } {
		const { subcode, details, isTransient, userTitle, userMessage } = this.input;
		return {
			error: compact({
				message: this.message,
				type: 'OAuthException',
				code: this.code,
				error_subcode: subcode,
				error_data: details === undefined ? undefined : { messaging_product: 'whatsapp', details },
				error_user_title: userTitle,
				error_user_msg: userMessage,
				is_transient: isTransient ?? (ERROR_TABLE[this.code]?.transient ? true : undefined),
				fbtrace_id: newId.trace(),
			}),
		};
	}
}

/** The title Meta prints for a code, or a neutral one. */
export function errorTitle(code: number): string {
	return ERROR_TABLE[code]?.title ?? 'Something went wrong';
}

/** 190, HTTP 401: the token is missing, wrong or (subcode 463) expired. */
export function badToken(input: { message?: string; subcode?: number } = {}): GraphError {
	return new GraphError({ code: 190, message: 'Invalid OAuth access token - Cannot parse access token', ...input });
}

/** 100: a parameter of the call itself is unknown, missing or malformed. */
export function invalidParameter(details: string): GraphError {
	return new GraphError({ code: 100, message: `(#100) ${details}`, details });
}

/** 100 with subcode 33: the ID is wrong or the token may not see the object. */
export function unknownObject(input: { method: string; id: string }): GraphError {
	const verb = input.method.toLowerCase();
	return new GraphError({
		code: 100,
		subcode: 33,
		message: `Unsupported ${verb} request. Object with ID '${input.id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
	});
}

/** 100: the path or method is not one that Graph knows. */
export function unsupportedRequest(input: { method: string; path: string }): GraphError {
	return new GraphError({
		code: 100,
		message: `Unsupported request - method type: ${input.method.toLowerCase()}, path: ${input.path}`,
	});
}

/** 131008: a parameter inside the message object is missing. */
export function missing(details: string): GraphError {
	return new GraphError({ code: 131008, details });
}

/** 131009: a value is of the wrong kind or over a limit. */
export function invalidValue(details: string): GraphError {
	return new GraphError({ code: 131009, details });
}
