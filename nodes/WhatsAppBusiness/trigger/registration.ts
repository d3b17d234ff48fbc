import { NodeApiError, NodeOperationError, type IHookFunctions, type JsonObject } from 'n8n-workflow';
import { checkCallbackUrl } from '../../../core/webhook/callbackUrl';
import { fieldsFor } from '../../../core/webhook/filter';
import { getPlatformCredential, META_BASE_URL, type PlatformCredential } from '../transport/credential';
import { callbackNotVerified, foreignCallback, isCallbackNotVerified, missingInCredential } from './refusals';
import { isRegisteredByHand, readEventGroups, verifyTokens } from './settings';
import {
	isAppSubscribed,
	readSubscription,
	removeSubscription,
	subscribeApp,
	writeSubscription,
	type Subscription,
} from './subscription';

/** What this trigger wants to be registered. */
interface Wanted {
	credential: PlatformCredential;
	callbackUrl: string;
	fields: string[];
}

/** Whether everything is registered already. Nothing is left to do for a callback that is entered by hand. */
export async function checkExists(this: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(this)) return true;
	const wanted = await readWanted(this);
	const current = await readSubscription(this, wanted.credential);
	if (current?.callbackUrl !== wanted.callbackUrl || !current.active) return false;
	if (!wanted.fields.every((field) => current.fields.includes(field))) return false;
	return await isAppSubscribed(this, wanted.credential);
}

/**
 * Registers the callback with the app and the app with the account. Fields that are on stay on.
 *
 * @throws NodeOperationError when the credential or the URL will not do, or the app's callback belongs to something else
 * @throws NodeApiError when Meta refuses
 */
export async function create(this: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(this)) return true;
	const wanted = await readWanted(this);
	const current = await readSubscription(this, wanted.credential);
	if (current !== undefined && !isOurs(this, { current, wanted })) {
		throw foreignCallback(this, { appId: wanted.credential.appId, callbackUrl: current.callbackUrl });
	}
	rememberReplaced(this, { current, wanted });
	await register(this, { ...wanted, fields: [...new Set([...(current?.fields ?? []), ...wanted.fields])] });
	if (!(await isAppSubscribed(this, wanted.credential))) await subscribeApp(this, wanted.credential);
	return true;
}

/**
 * Takes back what `create` did, and nothing else: the callback goes only when it is this very one. After a test run in
 * the editor the production callback comes back. The app stays subscribed to the account, others may rely on it.
 */
export async function remove(this: IHookFunctions): Promise<boolean> {
	if (isRegisteredByHand(this)) return true;
	try {
		await removeOwn(this);
		return true;
	} catch (error) {
		// A revoked token must not keep the operator from unpublishing the workflow.
		const reason = error instanceof Error ? error.message : String(error);
		this.logger.warn(`WhatsApp Business Trigger: the webhook could not be removed from the Meta app. ${reason}`, {
			workflowId: this.getWorkflow().id,
			nodeName: this.getNode().name,
		});
		return false;
	}
}

async function removeOwn(context: IHookFunctions): Promise<void> {
	const credential = await getPlatformCredential(context);
	const current = await readSubscription(context, credential);
	const replaced = takeReplaced(context);
	if (current === undefined || current.callbackUrl !== callbackUrlOf(context)) return;
	if (replaced !== undefined && (await restored(context, { credential, callbackUrl: replaced, fields: current.fields }))) {
		return;
	}
	await removeSubscription(context, credential);
}

/** Puts a callback back; false when nothing answers there any more, as after unpublishing during a test run. */
async function restored(context: IHookFunctions, previous: Wanted): Promise<boolean> {
	try {
		await register(context, previous);
		return true;
	} catch (error) {
		if (!isCallbackNotVerified(error)) throw new NodeApiError(context.getNode(), error as JsonObject);
		context.logger.info(`WhatsApp Business Trigger: ${previous.callbackUrl} no longer answers and was not put back`);
		return false;
	}
}

async function register(context: IHookFunctions, wanted: Wanted): Promise<void> {
	const verifyToken = verifyTokens(context, wanted.credential)[0] ?? context.getNode().id;
	try {
		await writeSubscription(context, { ...wanted, verifyToken });
	} catch (error) {
		if (isCallbackNotVerified(error)) throw callbackNotVerified(context, { callbackUrl: wanted.callbackUrl, error });
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

async function readWanted(context: IHookFunctions): Promise<Wanted> {
	const credential = await getPlatformCredential(context);
	const required: Array<[string, string]> = [
		['App ID', credential.appId],
		['App Secret', credential.appSecret],
		['WhatsApp Business Account ID', credential.wabaId],
	];
	const missing = required.find(([, value]) => value === '');
	if (missing !== undefined) throw missingInCredential(context, missing[0]);
	const callbackUrl = callbackUrlOf(context);
	const problem = checkCallbackUrl({ url: callbackUrl, mustBePublic: credential.baseUrl === META_BASE_URL });
	if (problem !== undefined) {
		throw new NodeOperationError(context.getNode(), problem.message, { description: problem.remedy });
	}
	const fields = fieldsFor(readEventGroups(context));
	if (fields.length === 0) {
		throw new NodeOperationError(context.getNode(), 'No events are chosen', {
			description: 'Choose at least one entry under Events: without any the trigger would never start.',
		});
	}
	return { credential, callbackUrl, fields };
}

/** The test webhook's address in a test run, else the production one. */
function callbackUrlOf(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

/**
 * Whether a callback is this trigger's, in production or in a test run: both end in the node's webhook ID and path, and
 * may be on different hosts (WEBHOOK_URL and N8N_EDITOR_BASE_URL).
 */
function isOurs(context: IHookFunctions, state: { current: Subscription; wanted: Wanted }): boolean {
	const { current, wanted } = state;
	if (current.callbackUrl === wanted.callbackUrl || current.callbackUrl === '') return true;
	const { webhookId } = context.getNode();
	if (webhookId === undefined || !URL.canParse(current.callbackUrl)) return false;
	return new URL(current.callbackUrl).pathname.endsWith(`/${webhookId}/webhook`);
}

/**
 * Keeps, during a test run, the callback that it replaces. n8n carries a test run's static data over to its end; it does
 * not tell there whether the workflow is published (cli/webhooks/test-webhooks.js makes it with `active: false`).
 */
function rememberReplaced(
	context: IHookFunctions,
	state: { current: Subscription | undefined; wanted: Wanted },
): void {
	const staticData = context.getWorkflowStaticData('node');
	const { current, wanted } = state;
	if (context.getMode() === 'manual' && current !== undefined && current.callbackUrl !== wanted.callbackUrl) {
		staticData.replacedCallbackUrl = current.callbackUrl;
	} else {
		delete staticData.replacedCallbackUrl;
	}
}

function takeReplaced(context: IHookFunctions): string | undefined {
	const staticData = context.getWorkflowStaticData('node');
	const { replacedCallbackUrl } = staticData;
	delete staticData.replacedCallbackUrl;
	return typeof replacedCallbackUrl === 'string' && replacedCallbackUrl !== '' ? replacedCallbackUrl : undefined;
}
