import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';
import type { EventGroup } from '../../../core/webhook/fields';
import type { EventFilter } from '../../../core/webhook/filter';
import { deriveVerifyToken } from '../../../core/webhook/signature';
import type { PlatformCredential } from '../transport/credential';
import type { ReceivingCredential } from './sender';

type TriggerContext = IHookFunctions | IWebhookFunctions;

const EVENT_GROUPS: readonly EventGroup[] = ['messages', 'statuses', 'preferences', 'templates', 'account', 'other'];

/** Whether Meta is told the callback URL by hand, in its App Dashboard. */
export function isRegisteredByHand(context: TriggerContext): boolean {
	return context.getNodeParameter('registration', 'app') === 'manual';
}

/** Where the callback is registered by API: each comes before the next when Meta looks for a callback (cloud-api 4.8). */
export type Level = 'phoneNumber' | 'waba' | 'app';

/** The chosen place. */
export function readLevel(context: TriggerContext): Level {
	const chosen = context.getNodeParameter('registration', 'app');
	return chosen === 'phoneNumber' || chosen === 'waba' ? chosen : 'app';
}

/** The only number whose events the trigger is registered for: the chosen one, else the credential's. */
export function ownPhoneNumberId(context: TriggerContext, credential: ReceivingCredential): string | undefined {
	if (readLevel(context) !== 'phoneNumber') return undefined;
	const chosen = context.getNodeParameter('phoneNumberId', '', { extractValue: true });
	const id = typeof chosen === 'string' || typeof chosen === 'number' ? String(chosen).trim() : '';
	return id === '' ? credential.phoneNumberId : id;
}

/** The only account whose events the trigger is registered for; undefined for a number, which says enough, and the app. */
export function ownWabaIds(context: TriggerContext, credential: ReceivingCredential): string[] | undefined {
	return readLevel(context) === 'waba' ? [credential.wabaId] : undefined;
}

/** The chosen events. Values that this version does not know are left out. */
export function readEventGroups(context: TriggerContext): EventGroup[] {
	const chosen = context.getNodeParameter('events', []);
	return Array.isArray(chosen) ? EVENT_GROUPS.filter((group) => chosen.some((value) => value === group)) : [];
}

function idsOf(list: unknown): string[] {
	if (typeof list !== 'string' && typeof list !== 'number') return [];
	return String(list)
		.split(/[\s,;]+/)
		.filter((id) => id !== '');
}

/**
 * What the operator wants to pass. A trigger for one number takes only its events, also when its address is the app's
 * callback because there was none.
 */
export function readFilter(context: TriggerContext, credential: ReceivingCredential): EventFilter {
	const filters = objectOf(context.getNodeParameter('filters', {}));
	const { statuses, phoneNumberIds } = filters;
	const ownNumber = ownPhoneNumberId(context, credential);
	return {
		groups: readEventGroups(context),
		statuses: Array.isArray(statuses) ? statuses.map(String) : [],
		phoneNumberIds: ownNumber === undefined ? idsOf(phoneNumberIds) : [ownNumber],
	};
}

/**
 * The verify tokens that the GET challenge may carry: the one of this registration (see `deriveVerifyToken`), the
 * credential's, and the one that the node shows, which is the node's ID unless the operator wrote something else.
 */
export function verifyTokens(context: TriggerContext, credential: PlatformCredential): string[] {
	const shown = isRegisteredByHand(context) ? context.getNodeParameter('verification', '') : '';
	const own = typeof shown === 'string' && shown.trim() !== '' ? shown.trim() : context.getNode().id;
	const { appSecret } = credential;
	const webhookId = context.getNode().webhookId ?? context.getNode().id;
	const derived = appSecret === '' ? '' : deriveVerifyToken({ appSecret, webhookId });
	return [derived, credential.verifyToken, own].filter((token) => token !== '');
}
