import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';
import type { EventGroup } from '../../../core/webhook/fields';
import type { EventFilter } from '../../../core/webhook/filter';
import type { PlatformCredential } from '../transport/credential';

type TriggerContext = IHookFunctions | IWebhookFunctions;

const EVENT_GROUPS: readonly EventGroup[] = ['messages', 'statuses', 'preferences', 'templates', 'account', 'other'];

/** Whether Meta is told the callback URL by hand, in its App Dashboard. */
export function isRegisteredByHand(context: TriggerContext): boolean {
	return context.getNodeParameter('registration', 'app') === 'manual';
}

/** The chosen events. Values that this version does not know are left out. */
export function readEventGroups(context: TriggerContext): EventGroup[] {
	const chosen = context.getNodeParameter('events', []);
	return Array.isArray(chosen) ? EVENT_GROUPS.filter((group) => chosen.some((value) => value === group)) : [];
}

/** What the operator wants to pass. */
export function readFilter(context: TriggerContext): EventFilter {
	const filters = objectOf(context.getNodeParameter('filters', {}));
	const { statuses, phoneNumberIds } = filters;
	return {
		groups: readEventGroups(context),
		statuses: Array.isArray(statuses) ? statuses.map(String) : [],
		phoneNumberIds:
			typeof phoneNumberIds === 'string' || typeof phoneNumberIds === 'number'
				? String(phoneNumberIds).split(/[\s,;]+/).filter((id) => id !== '')
				: [],
	};
}

/**
 * The verify tokens that the GET challenge may carry, the preferred one first: the credential's, and the one that the
 * node shows. Without either the node's ID serves, which is what the node shows unless the operator wrote something else.
 */
export function verifyTokens(context: TriggerContext, credential: PlatformCredential): string[] {
	const shown = isRegisteredByHand(context) ? context.getNodeParameter('verification', '') : '';
	const own = typeof shown === 'string' && shown.trim() !== '' ? shown.trim() : context.getNode().id;
	return [credential.verifyToken, own].filter((token) => token !== '');
}
