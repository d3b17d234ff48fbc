import type { EventGroup } from './fields';
import { fieldsFor } from './filter';

/** The only webhook fields that Meta sends to the callback of a number or an account (cloud-api 4.8). */
const OVERRIDE_FIELDS: readonly string[] = [
	'messages',
	'message_echoes',
	'calls',
	'consumer_profile',
	'messaging_handovers',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	'smb_message_echoes',
	'smb_app_state_sync',
	'history',
	'account_settings_update',
];

/** Choices whose events go to the app's callback, all or nearly all of them (cloud-api 4.5). */
const APP_ONLY: readonly EventGroup[] = ['preferences', 'templates', 'account'];

/**
 * What of the chosen events a callback override receives.
 *
 * @returns `fields` to subscribe to, and the choices that are `refused` because Meta sends them to the app's callback only
 */
export function overrideFieldsFor(groups: EventGroup[]): { fields: string[]; refused: EventGroup[] } {
	return {
		fields: fieldsFor(groups).filter((field) => OVERRIDE_FIELDS.includes(field)),
		refused: groups.filter((group) => APP_ONLY.includes(group)),
	};
}
