import { accountEvents, flowEvents, valueErrors } from './account';
import { calls } from './calls';
import type { ChangeReader } from './change';
import { groups } from './groups';
import { appState, history } from './history';
import { echoedMessages, incomingMessages } from './messages';
import { automaticEvents, userIdUpdates } from './otherEvents';
import { preferences } from './preferences';
import { messageStatuses } from './statuses';
import { templates } from './templates';

/** The choices of events in the trigger; stored in workflows, so a value never changes. */
export type EventGroup = 'messages' | 'statuses' | 'preferences' | 'templates' | 'account' | 'other';

/** One of Meta's webhook fields. */
export interface WebhookField {
	/** The choice under which its events come; those of `messages` are told apart by their kind. */
	group: EventGroup;
	/** Readers, run one after another. */
	readers: ChangeReader[];
	/** Whether an app can subscribe to it; some are announced, withdrawn or documented in name only (cloud-api 4.5). */
	subscribable: boolean;
}

function field(group: EventGroup, ...readers: ChangeReader[]): WebhookField {
	return { group, readers, subscribable: true };
}

function unconfirmed(group: EventGroup, ...readers: ChangeReader[]): WebhookField {
	return { group, readers, subscribable: false };
}

/** Meta's webhook fields (cloud-api 4.5). Fields that are not here give `unknown` events. */
export const WEBHOOK_FIELDS = new Map<string, WebhookField>([
	['messages', field('messages', incomingMessages, messageStatuses, valueErrors)],
	['user_preferences', field('preferences', preferences)],
	['message_template_status_update', field('templates', templates)],
	['message_template_quality_update', field('templates', templates)],
	['message_template_components_update', field('templates', templates)],
	['template_category_update', field('templates', templates)],
	['account_update', field('account', accountEvents)],
	['account_alerts', field('account', accountEvents)],
	['account_review_update', field('account', accountEvents)],
	['account_settings_update', field('account', accountEvents)],
	['business_capability_update', field('account', accountEvents)],
	['business_username_update', field('account', accountEvents)],
	['phone_number_name_update', field('account', accountEvents)],
	['phone_number_quality_update', field('account', accountEvents)],
	['payment_configuration_update', field('account', accountEvents)],
	['partner_solutions', field('account', accountEvents)],
	['security', field('account', accountEvents)],
	['flows', field('other', flowEvents)],
	['calls', field('other', calls)],
	['smb_message_echoes', field('other', echoedMessages)],
	['message_echoes', unconfirmed('other', echoedMessages)],
	['smb_app_state_sync', field('other', appState)],
	['history', field('other', history)],
	['automatic_events', field('other', automaticEvents)],
	['group_lifecycle_update', field('other', groups)],
	['group_participants_update', field('other', groups)],
	['group_settings_update', field('other', groups)],
	['group_status_update', field('other', groups)],
	['standby', unconfirmed('other', incomingMessages, echoedMessages, messageStatuses, valueErrors)],
	['user_id_update', unconfirmed('other', userIdUpdates)],
]);
