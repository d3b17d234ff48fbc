import type { IExecuteFunctions } from 'n8n-workflow';
import { NONCE_BYTES, nonceOf, type Reference } from '../../../core/journey/reference';

/** The part of references that this wait's buttons share, with a new nonce. */
export function newReference(n8n: IExecuteFunctions): Reference {
	const nonce = nonceOf(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
	const url = new URL(n8n.getSignedResumeUrl({ n: nonce }));
	return {
		executionId: n8n.getExecutionId(),
		nodeId: n8n.getNode().id,
		nonce,
		by: 'signature',
		proof: url.searchParams.get('signature') ?? '',
	};
}
