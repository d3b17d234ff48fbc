import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { checkCallbackUrl, productionUrlOf, webhookIdOf } from '../../../core/webhook/callbackUrl';
import { fieldsFor } from '../../../core/webhook/filter';
import { overrideFieldsFor } from '../../../core/webhook/overrides';
import { getPlatformCredential, META_BASE_URL, type PlatformCredential } from '../transport/credential';
import { appOnlyEvents, missingInCredential } from './refusals';
import { ownPhoneNumberId, readEventGroups, readLevel, type Level } from './settings';

/** What a trigger wants to be registered, and where. */
export interface Plan {
	level: Level;
	credential: PlatformCredential;
	/** Empty unless the level is a phone number. */
	phoneNumberId: string;
	/** The test webhook's address in a test run, else the production one. */
	callbackUrl: string;
	webhookId: string;
	/** Webhook fields that the app must have on; empty when the plan is to remove. */
	fields: string[];
	/** Whether somebody else's callback may be replaced. */
	takeOver: boolean;
	/** A test run in the editor. */
	isTest: boolean;
}

/** Whose place it is, without any check: enough to remove a registration. */
export async function readPlace(context: IHookFunctions): Promise<Plan> {
	const credential = await getPlatformCredential(context);
	const callbackUrl = context.getNodeWebhookUrl('default') ?? '';
	const node = context.getNode();
	return {
		level: readLevel(context),
		credential,
		phoneNumberId: ownPhoneNumberId(context, credential) ?? '',
		callbackUrl,
		webhookId: node.webhookId ?? node.id,
		fields: [],
		takeOver: context.getNodeParameter('takeOver', false) === true,
		// When a test run ends, n8n's mode no longer tells.
		isTest: context.getMode() === 'manual' || productionUrlOf(callbackUrl) !== undefined,
	};
}

/**
 * The whole plan, checked before Meta is asked.
 *
 * @throws NodeOperationError that says what is missing or will not do, and the remedy
 */
export async function readPlan(context: IHookFunctions): Promise<Plan> {
	const plan = await readPlace(context);
	const { credential, level, callbackUrl } = plan;
	const required: Array<[string, string]> = [
		['App ID', credential.appId],
		['App Secret', credential.appSecret],
		['WhatsApp Business Account ID', credential.wabaId],
	];
	if (level === 'phoneNumber') required.push(['Phone Number ID', plan.phoneNumberId]);
	const missing = required.find(([, value]) => value === '');
	if (missing !== undefined) throw missingInCredential(context, missing[0]);
	const problem = checkCallbackUrl({ url: callbackUrl, mustBePublic: credential.baseUrl === META_BASE_URL });
	if (problem !== undefined) {
		throw new NodeOperationError(context.getNode(), problem.message, { description: problem.remedy });
	}
	const groups = readEventGroups(context);
	if (groups.length === 0) {
		throw new NodeOperationError(context.getNode(), 'No events are chosen', {
			description: 'Choose at least one entry under Events: without any the trigger would never start.',
		});
	}
	if (level === 'app') return { ...plan, fields: fieldsFor(groups) };
	const { fields, refused } = overrideFieldsFor(groups);
	if (refused.length > 0) throw appOnlyEvents(context, { level, refused });
	return { ...plan, fields };
}

/**
 * Whether a callback is this trigger's, in production or in a test run: both end in the node's webhook ID and path, and
 * may be on different hosts (WEBHOOK_URL and N8N_EDITOR_BASE_URL).
 */
export function isOurs(plan: Plan, url: string): boolean {
	return url === plan.callbackUrl || webhookIdOf(url) === plan.webhookId;
}
