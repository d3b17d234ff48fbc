import { NodeApiError, NodeOperationError, type IHookFunctions, type JsonObject } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';

const CALLBACK_NOT_VERIFIED = 2200;

/** Meta's error code of a refusal that the transport threw. */
function codeOf(error: unknown): unknown {
	return objectOf(objectOf(objectOf(error).context).details).code;
}

/** Whether Meta refused a callback because it got no challenge back from it. */
export function isCallbackNotVerified(error: unknown): boolean {
	return codeOf(error) === CALLBACK_NOT_VERIFIED;
}

/** Meta called the address and did not get its challenge back. */
export function callbackNotVerified(
	context: IHookFunctions,
	refusal: { callbackUrl: string; error: unknown },
): NodeApiError {
	const details = objectOf(objectOf(objectOf(refusal.error).context).details);
	const said = details.details;
	const message = `Meta could not verify the callback URL ${refusal.callbackUrl} (#${CALLBACK_NOT_VERIFIED})`;
	const error = new NodeApiError(context.getNode(), { message } as JsonObject, {
		message,
		description: [
			'Meta sent a GET request to this address and did not get its challenge back.',
			typeof said === 'string' ? `It reports: ${said}.` : '',
			'Open the address in a browser outside your network: this node should answer "This address takes webhooks of the WhatsApp Business Platform".',
			'If it does not, check WEBHOOK_URL, the certificate, and that the proxy before n8n passes GET and POST on for /webhook/ and /webhook-test/.',
		]
			.filter((sentence) => sentence !== '')
			.join(' '),
	});
	error.context.details = details;
	return error;
}

/** The app's callback belongs to something else; it is left as it is. */
export function foreignCallback(
	context: IHookFunctions,
	found: { appId: string; callbackUrl: string },
): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`The Meta app ${found.appId} already sends its WhatsApp events to ${found.callbackUrl}`,
		{
			description:
				'A Meta app has one callback URL, and this one does not belong to this trigger, so it was left alone. Either unpublish the workflow or stop the service at that address and remove the URL in the Meta App Dashboard under WhatsApp > Configuration, or create a second Meta app for this workflow and use its App ID and App Secret in the credential.',
		},
	);
}

/** A field of the credential that registration needs is empty. */
export function missingInCredential(context: IHookFunctions, label: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), `The ${label} is missing in the credential`, {
		description: `The trigger needs it to register its webhook. Fill it in, or set Registration to "By Hand".`,
	});
}
