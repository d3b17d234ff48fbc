import type { IExecuteFunctions } from 'n8n-workflow';
import { NONCE_BYTES, nonceOf, type Reference } from '../../../core/journey/reference';

function newNonce(): string {
	return nonceOf(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
}

function signatureIn(url: string): string {
	return new URL(url).searchParams.get('signature') ?? '';
}

/** A new reference to this run of a node whose operation is `sendAndWait`; its buttons add their position. */
export function newReplyReference(n8n: IExecuteFunctions): Reference {
	return replyReference(n8n, newNonce());
}

/** The reference with a nonce that was used before: another message of the same question. */
export function replyReference(n8n: IExecuteFunctions, nonce: string): Reference {
	const proof = signatureIn(n8n.getSignedResumeUrl({ n: nonce }));
	return { executionId: n8n.getExecutionId(), nodeId: n8n.getNode().id, nonce, by: 'signature', proof };
}

/**
 * A new reference to this run of a node with another operation: n8n then asks for the execution's own random token, as for
 * its Wait node (waiting-webhooks.js). The nonce is checked by the node.
 */
export function newTokenReference(n8n: IExecuteFunctions): Reference {
	const proof = signatureIn(String(n8n.evaluateExpression('{{ $execution.resumeUrl }}', 0)));
	return { executionId: n8n.getExecutionId(), nodeId: n8n.getNode().id, nonce: newNonce(), by: 'token', proof };
}
