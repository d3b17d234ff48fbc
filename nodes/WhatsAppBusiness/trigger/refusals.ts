import { NodeApiError, NodeOperationError, type IHookFunctions, type JsonObject } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';
import { callbackOwner } from '../../../core/webhook/callbackUrl';
import type { EventGroup } from '../../../core/webhook/fields';
import type { Level } from './settings';

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

/** A callback in a place where this trigger wants its own. */
interface ForeignCallback {
	level: Level;
	/** The place, such as "The phone number 1234". */
	title: string;
	callbackUrl: string;
	/** The trigger's own address. */
	own: string;
}

const ELSEWHERE: Record<Level, string> = {
	app: 'A Meta app has one callback URL. To have both, set Registration to "This Number Only" or "This WhatsApp Account" in one of them, or create a second Meta app and use its App ID and App Secret in the credential.',
	waba: 'An account has one callback URL per Meta app. To have both, set Registration to "This Number Only" in one of them.',
	phoneNumber: 'A phone number has one callback URL per Meta app. To have both, receive everything in one workflow and call the other from there.',
};

/** The callback of the place belongs to something else; it is left as it is. */
export function foreignCallback(context: IHookFunctions, found: ForeignCallback): NodeOperationError {
	const owner = callbackOwner({ url: found.callbackUrl, own: found.own });
	const where = found.level === 'app' ? ', or remove the URL in the Meta App Dashboard under WhatsApp > Configuration' : '';
	return new NodeOperationError(
		context.getNode(),
		`${found.title} already sends its WhatsApp events to ${found.callbackUrl}`,
		{
			description: `This is ${owner}, and it was left alone. ${ELSEWHERE[found.level]} To replace it, unpublish it${where}, or switch on "Take Over" here: the URL is then put back when this workflow is unpublished.`,
		},
	);
}

/** A test run would take a callback that it could not give back. */
export function notToBePutBack(context: IHookFunctions, found: ForeignCallback): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`A test run cannot take over ${found.callbackUrl}, because it could not be put back`,
		{
			description: `${found.title} sends its WhatsApp events there, and Meta could not verify that address with the verify token of this credential. Put the verify token of that service into the credential under Verify Token, or publish the workflow: that takes the callback over for good.`,
		},
	);
}

const EVENT_NAMES: Record<string, string> = {
	account: 'Account Events',
	preferences: 'Marketing Preferences',
	templates: 'Template Events',
};

/** Events that Meta sends to the app's callback only, chosen for one number or account. */
export function appOnlyEvents(
	context: IHookFunctions,
	chosen: { level: Level; refused: EventGroup[] },
): NodeOperationError {
	const names = chosen.refused.map((group) => `"${EVENT_NAMES[group] ?? group}"`).join(', ');
	const registration = chosen.level === 'waba' ? 'This WhatsApp Account' : 'This Number Only';
	return new NodeOperationError(context.getNode(), `${names} cannot be received with Registration "${registration}"`, {
		description: `Meta sends these events to the callback of the whole app, whatever is registered for a number or an account. Remove ${names} under Events here and receive them in one other workflow with Registration "The Whole App", or choose that here.`,
	});
}

/** The app's callback is somebody else's, and its fields cannot be changed without Meta verifying it. */
export function appFieldsRefused(
	context: IHookFunctions,
	app: { appId: string; callbackUrl: string; missing: string[]; error: unknown },
): NodeApiError {
	const fields = app.missing.length === 0 ? '' : ` ${app.missing.join(', ')}`;
	const message = `The webhook fields${fields} are off in the Meta app ${app.appId}, and could not be switched on (#${CALLBACK_NOT_VERIFIED})`;
	const error = new NodeApiError(context.getNode(), { message } as JsonObject, {
		message,
		description: `Also for one number or account Meta sends only the fields that the app has on. The app's callback ${app.callbackUrl} belongs to something else and was kept, but Meta verifies it again with each change and got no challenge back. Either switch the fields on by hand in the Meta App Dashboard under WhatsApp > Configuration, or put the verify token of that service into the credential under Verify Token, or, if nothing runs there any more, remove the URL in the dashboard.`,
	});
	error.context.details = objectOf(objectOf(objectOf(app.error).context).details);
	return error;
}

/** A field of the credential that registration needs is empty. */
export function missingInCredential(context: IHookFunctions, label: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), `The ${label} is missing in the credential`, {
		description: `The trigger needs it to register its webhook. Fill it in, or set Registration to "By Hand".`,
	});
}
