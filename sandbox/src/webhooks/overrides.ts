import { invalidParameter } from '../errors';
import type { JsonObject } from '../json';
import type { CallbackOverride } from '../records';
import { verifyCallback } from './handshake';

/** The only webhook fields that an override receives; all others go to the app's own callback (cloud-api 4.8). */
export const OVERRIDE_FIELDS: readonly string[] = [
	'account_settings_update',
	'calls',
	'consumer_profile',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	'history',
	'message_echoes',
	'messages',
	'messaging_handovers',
	'smb_app_state_sync',
	'smb_message_echoes',
];

/** Characters of an override's URL (cloud-api 4.8); the app's own may be longer. */
const MAX_URL_LENGTH = 200;

/**
 * Reads `override_callback_uri` and `verify_token` and verifies the callback, as Meta does on every save (2200).
 *
 * @returns undefined when the call removes the override: no URL, or an empty one
 */
export async function readOverride(body: JsonObject): Promise<CallbackOverride | undefined> {
	const { override_callback_uri: url = '', verify_token: verifyToken } = body;
	if (url === '' || url === null) return undefined;
	if (typeof url !== 'string' || !URL.canParse(url) || url.length > MAX_URL_LENGTH)
		throw invalidParameter(`Param override_callback_uri must be a valid URL of at most ${MAX_URL_LENGTH} characters.`);
	if (typeof verifyToken !== 'string' || verifyToken === '')
		throw invalidParameter('The parameter verify_token is required.');
	await verifyCallback({ url, verifyToken });
	return { url, verifyToken };
}
