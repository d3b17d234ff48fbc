import { NodeApiError } from 'n8n-workflow';

/** The code with which Meta refused a call; undefined for every other failure, after which a message may have been sent. */
export function refusalCode(error: unknown): number | undefined {
	const details: unknown = error instanceof NodeApiError ? error.context.details : undefined;
	if (typeof details !== 'object' || details === null) return undefined;
	const { reason, code } = details as { reason?: unknown; code?: unknown };
	return reason === 'refused' && typeof code === 'number' ? code : undefined;
}
