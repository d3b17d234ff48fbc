import type { CredentialReference } from '../n8n/credentials';

/** A request that one of n8n's own nodes made. */
export interface ServiceRequest {
	method: string;
	host: string;
	/** Path with its query. */
	path: string;
	headers: Record<string, string | string[] | undefined>;
	/** The JSON of the body; undefined when there is none. */
	body: unknown;
}

/** What a service answers. */
export interface ServiceAnswer {
	status?: number;
	body: unknown;
}

/** A credential as n8n stores it, and the type of it. */
export interface ServiceCredential extends Pick<CredentialReference, 'name'> {
	type: string;
	data: Record<string, string | number | boolean>;
}

/**
 * A small local server in the place of somebody else's: it answers what n8n's node needs to go on, and refuses what the
 * service would refuse, so that a journey cannot pass with a request that is wrong.
 */
export interface Service {
	/** Host names that it answers for. */
	hosts: readonly string[];
	/** What n8n's node needs to log in. */
	credential: ServiceCredential;
	/** @throws Error for a request that the service does not know: n8n gets it as HTTP 400 */
	answer(request: ServiceRequest): ServiceAnswer;
}

/** @throws Error when something about a request is not as the service wants it */
export function demand(holds: boolean, what: string): asserts holds {
	if (!holds) throw new Error(what);
}

/** The members of a JSON object; none of anything else. */
export function membersOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
