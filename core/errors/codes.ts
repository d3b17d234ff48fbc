/** May the same request be repeated: at once with backoff, only after a pause, sometimes, or never. */
export type Retryable = 'yes' | 'no' | 'later' | 'conditional';

/** What is known about one error code of Meta. */
export interface ErrorCode {
	code: number;
	/** Set when the row stands for a whole range, `code` to `lastCode`. */
	lastCode?: number;
	/** Graph's `error_subcode`; a row without one stands for every subcode that has no row of its own. */
	subcode?: number;
	/** Short name of the error, as in Meta's documentation. */
	title: string;
	/** HTTP status Meta documents; absent for errors that come by webhook only or without a documented one. */
	httpStatus?: number;
	retryable: Retryable;
	/** One sentence for the operator: what to do. */
	remedy: string;
}

/** Every error code in the Cloud API reference (part 6), in the order of the reference. */
export const ERROR_CODES: readonly ErrorCode[] = [
	{ code: 0, title: 'AuthException', httpStatus: 401, retryable: 'no', remedy: 'The token has expired or is not accepted; get a new access token' },
	{ code: 1, title: 'API Unknown', httpStatus: 400, retryable: 'conditional', remedy: 'Bad request or a fault at Meta; check the platform status and the input, try once more later' },
	{ code: 2, title: 'API Service', httpStatus: 503, retryable: 'yes', remedy: 'Temporary outage or overload; exponential backoff' },
	{ code: 3, title: 'API Method', httpStatus: 500, retryable: 'no', remedy: 'Capability or permission problem; check token permissions' },
	{ code: 4, title: 'Too Many Calls (app level)', httpStatus: 400, retryable: 'later', remedy: 'App reached its Graph API call limit; read X-App-Usage / X-Business-Use-Case-Usage and wait' },
	{ code: 4, subcode: 2390008, title: 'Call permission lookups throttled', httpStatus: 429, retryable: 'later', remedy: 'Wait before asking call_permissions again' },
	{ code: 10, title: 'Permission Denied', httpStatus: 403, retryable: 'no', remedy: 'Permission missing or removed, or not eligible for this API; check token, asset access' },
	{ code: 33, title: 'Parameter value not valid (object gone)', httpStatus: 400, retryable: 'no', remedy: 'Phone number ID wrong or deleted, WABA deleted, or token lacks whatsapp_business_management' },
	{ code: 80007, title: 'WABA rate limit', httpStatus: 400, retryable: 'later', remedy: 'WABA management-call limit reached; wait for estimated_time_to_regain_access' },
	{ code: 100, title: 'Invalid parameter', httpStatus: 400, retryable: 'no', remedy: 'A parameter is unknown, misspelled or too long, or an ID is wrong; read the details' },
	{ code: 100, subcode: 33, title: 'Object missing or no permission', httpStatus: 400, retryable: 'no', remedy: 'The ID is wrong, or the token has no permission for it' },
	{ code: 190, title: 'Access token expired or invalid', httpStatus: 401, retryable: 'no', remedy: 'Get a new access token and put it into the credential' },
	{ code: 190, subcode: 463, title: 'Access token expired', httpStatus: 401, retryable: 'no', remedy: 'The access token has expired; get a new one and put it into the credential' },
	{ code: 190, subcode: 467, title: 'Access token invalid', httpStatus: 401, retryable: 'no', remedy: 'The access token is no longer valid; get a new one and put it into the credential' },
	{ code: 200, lastCode: 299, title: 'API permission', httpStatus: 403, retryable: 'no', remedy: 'Permission not granted, or the system user has no access to this WABA or template' },
	{ code: 368, title: 'Temporarily blocked for policy violations', httpStatus: 403, retryable: 'no', remedy: 'WABA restricted or disabled; look at account_update webhook and appeal' },
	{ code: 613, title: 'Call permission request checks throttled', httpStatus: 429, retryable: 'later', remedy: 'Too many call permission status requests; slow down' },
	{ code: 1026, title: 'Receiver incapable (legacy)', retryable: 'no', remedy: 'Old webhook code for clients that cannot show the message (seen in address-message docs)' },
	{ code: 2200, title: 'Webhook callback verification failed', httpStatus: 400, retryable: 'conditional', remedy: 'Meta could not GET the callback or got no hub.challenge back; make the URL public and echo the challenge' },
	{ code: 130429, title: 'Rate limit hit (throughput)', httpStatus: 400, retryable: 'yes', remedy: 'Messages per second of this number exceeded (80 default, 20 for coexistence, up to 1000); back off and retry' },
	{ code: 130472, title: 'User number is part of an experiment', httpStatus: 400, retryable: 'no', remedy: 'Marketing message withheld by a Meta experiment; do not resend, use another channel' },
	{ code: 130497, title: 'Restricted from messaging users in this country', httpStatus: 403, retryable: 'no', remedy: 'Business category not allowed in that country' },
	{ code: 130501, title: 'Unsupported message type (groups)', retryable: 'no', remedy: 'Informational, in incoming group webhooks' },
	{ code: 131000, title: 'Something went wrong', httpStatus: 500, retryable: 'yes', remedy: 'Unknown error; retry with backoff, then open a support ticket with fbtrace_id' },
	{ code: 131005, title: 'Access denied', httpStatus: 403, retryable: 'no', remedy: 'Permission not granted or removed' },
	{ code: 131008, title: 'Required parameter is missing', httpStatus: 400, retryable: 'no', remedy: 'Add the parameter named in details' },
	{ code: 131009, title: 'Parameter value is not valid', httpStatus: 400, retryable: 'no', remedy: 'Fix the value named in details (also: reaction to a message that is too old, deleted or a reaction; for MM API also ads sync not finished, wait 10 minutes)' },
	{ code: 131016, title: 'Service unavailable', httpStatus: 500, retryable: 'yes', remedy: 'Temporary; backoff and retry' },
	{ code: 131020, title: 'Bad group', httpStatus: 400, retryable: 'no', remedy: 'Group has a single member; nobody to message' },
	{ code: 131021, title: 'Recipient cannot be sender', httpStatus: 400, retryable: 'no', remedy: 'Recipient equals the sending number' },
	{ code: 131026, title: 'Message undeliverable', httpStatus: 400, retryable: 'no', remedy: 'Not on WhatsApp, terms not accepted, too old client, or user blocked you (the last is not stated by Meta); do not retry automatically' },
	{ code: 131030, title: 'Recipient not in allowed list', httpStatus: 400, retryable: 'no', remedy: 'Test number: add the recipient (up to 5) in App Dashboard; for AR/MX check the 549/54 and 521/52 form' },
	{ code: 131031, title: 'Account locked', httpStatus: 403, retryable: 'no', remedy: 'WABA restricted or disabled, or wrong two-step PIN; use health_status' },
	{ code: 131037, title: 'Display name needs approval', httpStatus: 400, retryable: 'no', remedy: '555 number without an approved display name' },
	{ code: 131041, title: 'Group unknown', httpStatus: 400, retryable: 'no', remedy: 'Group does not exist or you are not in it' },
	{ code: 131042, title: 'Business eligibility payment issue', httpStatus: 400, retryable: 'no', remedy: 'Payment method, credit line, currency, timezone or account state; fix billing' },
	{ code: 131044, title: 'No valid payment method (calling)', httpStatus: 400, retryable: 'no', remedy: 'Webhook error on user-initiated calls; fix billing' },
	{ code: 131045, title: 'Incorrect certificate', httpStatus: 500, retryable: 'no', remedy: 'Phone number registration problem; register the number first' },
	{ code: 131047, title: 'Re-engagement message', httpStatus: 400, retryable: 'no', remedy: '24-hour window closed; send an approved template instead' },
	{ code: 131048, title: 'Spam rate limit hit', httpStatus: 400, retryable: 'later', remedy: 'Too many blocks/reports on this number; check quality, slow down, do not hammer' },
	{ code: 131049, title: 'Not delivered to keep ecosystem healthy', httpStatus: 400, retryable: 'later', remedy: 'Per-user marketing limit (also used for the US marketing pause); wait at least 24 h with increasing gaps, never immediate retry' },
	{ code: 131050, title: 'User stopped marketing messages', httpStatus: 400, retryable: 'no', remedy: 'User opted out of marketing from this business; record it, wait for user_preferences resume' },
	{ code: 131051, title: 'Unsupported message type', httpStatus: 400, retryable: 'no', remedy: 'Use a supported type; also the code inside unsupported incoming messages' },
	{ code: 131052, title: 'Media download error', httpStatus: 400, retryable: 'conditional', remedy: 'Media sent by the user could not be fetched (for example over 100 MB); ask the user to resend' },
	{ code: 131053, title: 'Media upload error', httpStatus: 400, retryable: 'no', remedy: 'MIME type, codec or size not supported, or the link could not be fetched; fix the file' },
	{ code: 131055, title: 'Method not allowed', httpStatus: 400, retryable: 'no', remedy: 'Non-marketing template on the marketing endpoint; or Graph call on a SIP-enabled number' },
	{ code: 131056, title: 'Pair rate limit hit', httpStatus: 400, retryable: 'later', remedy: 'Too many messages to one user (1 per 6 s, burst 45); wait 4^n seconds, n = 0,1,2...; other users unaffected' },
	{ code: 131057, title: 'Account in maintenance mode', httpStatus: 500, retryable: 'later', remedy: 'Throughput upgrade or maintenance, about a minute; retry after 1-5 minutes' },
	{ code: 131059, title: 'Invalid pagination cursor', httpStatus: 400, retryable: 'conditional', remedy: 'Cursor expired or damaged; start the listing again without before/after (v24+)' },
	{ code: 131062, title: 'BSUID recipient not supported for this message', httpStatus: 400, retryable: 'no', remedy: 'For example one-tap, zero-tap or copy-code authentication templates need a phone number in to' },
	{ code: 131063, title: 'Marketing templates disabled on Cloud API', httpStatus: 400, retryable: 'no', remedy: 'Use /marketing_messages or turn off disable_marketing_messages_on_cloud_api' },
	{ code: 131064, title: 'Messaging limit reached because of template misclassification', httpStatus: 400, retryable: 'later', remedy: 'Account limited for category violations, also Direct Send' },
	{ code: 131201, title: 'Request partially succeeded (groups)', httpStatus: 206, retryable: 'no', remedy: 'Look at each participant error' },
	{ code: 131202, title: 'Duplicate participant', httpStatus: 400, retryable: 'no', remedy: 'Remove duplicates' },
	{ code: 131204, title: 'Participant over limit', httpStatus: 400, retryable: 'no', remedy: 'Group is limited to 8 participants' },
	{ code: 131207, title: 'Group suspended', httpStatus: 403, retryable: 'no', remedy: 'Group violates policy' },
	{ code: 131208, title: 'Group rate limit hit', httpStatus: 429, retryable: 'later', remedy: 'Too many group operations; back off' },
	{ code: 131209, title: 'Group picture not square', httpStatus: 400, retryable: 'no', remedy: 'Width and height must be equal' },
	{ code: 131210, title: 'Group picture too small', httpStatus: 400, retryable: 'no', remedy: 'At least 192 x 192 px' },
	{ code: 131211, title: 'Group create limit reached', httpStatus: 400, retryable: 'no', remedy: '10,000 groups per number' },
	{ code: 131212, title: 'Participant not in group', httpStatus: 400, retryable: 'no', remedy: 'Nothing to remove' },
	{ code: 131213, title: 'Join request does not exist', httpStatus: 400, retryable: 'no', remedy: 'Refresh join requests' },
	{ code: 131214, title: 'Group creation temporarily disabled', httpStatus: 400, retryable: 'later', remedy: 'Too many marketing messages in groups in 7 days' },
	{ code: 131215, title: 'Number not eligible for Groups API', httpStatus: 400, retryable: 'no', remedy: 'Needs OBA and a 100K limit' },
	{ code: 132000, title: 'Template parameter count mismatch', httpStatus: 400, retryable: 'no', remedy: 'Supply exactly the variables the template defines' },
	{ code: 132001, title: 'Template does not exist', httpStatus: 404, retryable: 'no', remedy: 'Wrong name or language, or not approved' },
	{ code: 132005, title: 'Template hydrated text too long', httpStatus: 400, retryable: 'no', remedy: 'Shorten the variable values' },
	{ code: 132007, title: 'Template format character policy violated', httpStatus: 400, retryable: 'no', remedy: 'Content violates policy' },
	{ code: 132008, title: 'Template parameter value invalid', httpStatus: 400, retryable: 'no', remedy: 'Variable value badly formatted' },
	{ code: 132012, title: 'Template parameter format mismatch', httpStatus: 400, retryable: 'no', remedy: 'Wrong parameter type or format, for example text where an image header is defined' },
	{ code: 132015, title: 'Template is paused', httpStatus: 400, retryable: 'later', remedy: 'Low quality; wait for unpause (3 h, 6 h) or edit; also the code of messages dropped while held' },
	{ code: 132016, title: 'Template is disabled', httpStatus: 400, retryable: 'no', remedy: 'Permanently disabled; create another template' },
	{ code: 132018, title: 'Template parameters invalid', httpStatus: 400, retryable: 'no', remedy: 'V23+: read details, one of the parameters of the template message is wrong' },
	{ code: 132021, title: 'Template name taken (Direct Send)', retryable: 'no', remedy: 'Direct_send_config.template_name equals a template not made by Direct Send; arrives by webhook' },
	{ code: 132068, title: 'Flow is blocked', httpStatus: 400, retryable: 'no', remedy: 'Fix the flow' },
	{ code: 132069, title: 'Flow is throttled', httpStatus: 400, retryable: 'later', remedy: '10 messages with this flow were sent in the last hour; fix the flow endpoint' },
	{ code: 133000, title: 'Incomplete deregistration', httpStatus: 500, retryable: 'yes', remedy: 'Deregister again before registering' },
	{ code: 133004, title: 'Server temporarily unavailable', httpStatus: 503, retryable: 'yes', remedy: 'Backoff and retry' },
	{ code: 133005, title: 'Two-step PIN mismatch', httpStatus: 400, retryable: 'no', remedy: 'Use the right PIN or reset it' },
	{ code: 133006, title: 'Phone number needs re-verification', httpStatus: 400, retryable: 'no', remedy: 'Verify before registering' },
	{ code: 133008, title: 'Too many PIN guesses', httpStatus: 400, retryable: 'later', remedy: 'Wait for the time given in details' },
	{ code: 133009, title: 'PIN guessed too fast', httpStatus: 400, retryable: 'later', remedy: 'Wait for the time given in details' },
	{ code: 133010, title: 'Phone number not registered', httpStatus: 400, retryable: 'no', remedy: 'Register the number on Cloud API' },
	{ code: 133015, title: 'Number was just deleted', httpStatus: 400, retryable: 'later', remedy: 'Wait 5 minutes before registering' },
	{ code: 133016, title: 'Register/deregister limit exceeded', httpStatus: 400, retryable: 'later', remedy: '10 attempts per number per 72 h; blocked until the window passes' },
	{ code: 134011, title: 'Payments terms not accepted', httpStatus: 400, retryable: 'no', remedy: 'Accept the WhatsApp Payments terms at the link in the error' },
	{ code: 134100, title: 'Only marketing messages supported', httpStatus: 400, retryable: 'no', remedy: 'MM API: template is not MARKETING (v23+)' },
	{ code: 134101, title: 'Template still syncing', httpStatus: 400, retryable: 'later', remedy: 'MM API: wait up to 10 minutes after creating or waking a template (v23+)' },
	{ code: 134102, title: 'Template unavailable for use', httpStatus: 500, retryable: 'conditional', remedy: 'MM API: not onboarded or ads sync failed; check marketing_messages_lite_api_status (v23+)' },
	{ code: 135000, title: 'Generic user error', httpStatus: 400, retryable: 'no', remedy: 'Unknown error with request parameters; compare with the reference' },
	{ code: 137000, title: 'Recipient identity key hash mismatch', retryable: 'no', remedy: 'Recipient_identity_key_hash is not the current hash: user changed identity; verify again by other means (arrives by webhook)' },
	{ code: 138000, title: 'Calling not enabled', httpStatus: 401, retryable: 'no', remedy: 'Enable calling in phone number settings' },
	{ code: 138001, title: 'Receiver uncallable', httpStatus: 400, retryable: 'no', remedy: 'User cannot receive calls' },
	{ code: 138002, title: 'Concurrent calls limit', httpStatus: 429, retryable: 'later', remedy: '1000 concurrent calls per number' },
	{ code: 138003, title: 'Duplicate call', httpStatus: 400, retryable: 'later', remedy: 'Call already in progress with this user' },
	{ code: 138004, title: 'Call connection error', httpStatus: 500, retryable: 'yes', remedy: 'Retry later or check connection parameters' },
	{ code: 138005, title: 'Call rate limit exceeded', httpStatus: 429, retryable: 'later', remedy: 'Slow down' },
	{ code: 138006, title: 'No approved call permission', httpStatus: 401, retryable: 'no', remedy: 'Ask permission first' },
	{ code: 138007, title: 'Connect timeout', httpStatus: 500, retryable: 'conditional', remedy: 'SDP not applied in time' },
	{ code: 138009, title: 'Call permission request limit', httpStatus: 400, retryable: 'later', remedy: '1 request per 24 h and 2 per 7 days per user' },
	{ code: 138012, title: 'Business initiated call limit', httpStatus: 400, retryable: 'later', remedy: 'Connected calls per 24 h reached; details tells when next is allowed' },
	{ code: 138013, title: 'Business initiated calling not available', httpStatus: 400, retryable: 'no', remedy: 'Not available for this number or country (older docs used it for permission lookups)' },
	{ code: 138014, title: 'Calling temporarily disabled', httpStatus: 400, retryable: 'later', remedy: 'Low quality' },
	{ code: 138015, title: 'Calling cannot be enabled', httpStatus: 400, retryable: 'no', remedy: 'Messaging limit must be 2000 or more' },
	{ code: 138017, title: 'Permanent call permission exists', httpStatus: 400, retryable: 'no', remedy: 'No request needed' },
	{ code: 138018, title: 'Calling prerequisites not met', httpStatus: 400, retryable: 'no', remedy: 'Configure SIP or subscribe an app to calls' },
	{ code: 138019, title: 'Call setup failed', httpStatus: 400, retryable: 'conditional', remedy: 'In call terminate webhook; try later' },
	{ code: 138020, title: 'Relay connection failed', httpStatus: 400, retryable: 'conditional', remedy: 'In call terminate webhook; try later' },
	{ code: 138021, title: 'Media receive timeout', httpStatus: 400, retryable: 'conditional', remedy: 'In call terminate webhook' },
	{ code: 138022, title: 'Media transmit timeout', httpStatus: 400, retryable: 'conditional', remedy: 'In call terminate webhook' },
	{ code: 138023, title: 'Accepted but no media', httpStatus: 400, retryable: 'conditional', remedy: 'In call terminate webhook' },
	{ code: 139000, title: 'Flow blocked by integrity', retryable: 'no', remedy: 'Account may not create or publish flows' },
	{ code: 139001, title: 'Flow cannot be updated', retryable: 'no', remedy: 'Published flows cannot be edited; or transient processing error on save' },
	{ code: 139002, title: 'Flow cannot be published', retryable: 'no', remedy: 'Not a draft, validation errors, no endpoint, no public key, no phone number or no app' },
	{ code: 139003, title: 'Flow cannot be deprecated', retryable: 'no', remedy: 'Only published flows; already deprecated is success' },
	{ code: 139004, title: 'Flow cannot be deleted', retryable: 'no', remedy: 'Published flows must be deprecated' },
	{ code: 139006, title: 'Flow metrics threshold not reached', retryable: 'later', remedy: 'Not enough data' },
	{ code: 139100, title: 'Failed to block or unblock some users', httpStatus: 400, retryable: 'conditional', remedy: 'Look at block_users.failed_users; only users who wrote in the last 24 h can be blocked' },
	{ code: 139101, title: 'Blocklist limit reached', httpStatus: 400, retryable: 'no', remedy: '64,000 entries' },
	{ code: 139102, title: 'Blocklist concurrent update', httpStatus: 400, retryable: 'yes', remedy: 'List changed while paging; start over' },
	{ code: 139103, title: 'Blocklist internal error', httpStatus: 500, retryable: 'yes', remedy: 'Try again' },
	{ code: 139200, title: 'Direct Send access blocked', retryable: 'no', remedy: 'Utility or authentication Direct Send is blocked for this account' },
	{ code: 147001, title: 'Username not available', httpStatus: 400, retryable: 'no', remedy: 'Pick another' },
	{ code: 147002, title: 'Account not eligible for a username', httpStatus: 400, retryable: 'no', remedy: 'Needs a higher messaging limit' },
	{ code: 147003, title: 'Facebook account not linked', httpStatus: 400, retryable: 'no', remedy: 'Link the Page that owns the name' },
	{ code: 147004, title: 'Instagram account not linked', httpStatus: 400, retryable: 'no', remedy: 'Link the Instagram account that owns the name' },
	{ code: 147005, title: 'Username transfer required', httpStatus: 400, retryable: 'no', remedy: 'Resend with force_transfer true' },
	{ code: 200005, title: 'Template insights unavailable', retryable: 'no', remedy: 'Not available yet for this WABA' },
	{ code: 200006, title: 'Template insights cannot be disabled', retryable: 'no', remedy: 'By design' },
	{ code: 200007, title: 'Template insights not enabled', retryable: 'no', remedy: 'POST /{waba}?is_enabled_for_insights=true' },
	{ code: 1752041, title: 'MM onboarding duplicate request', httpStatus: 400, retryable: 'no', remedy: 'Already invited; nothing to do' },
	{ code: 2388001, title: 'Confirm phone ownership / disable two-step', retryable: 'no', remedy: 'Phone migration' },
	{ code: 2388012, title: 'Phone number already in your list', retryable: 'no', remedy: 'Phone migration' },
	{ code: 2388019, title: 'Message template limit exceeded', retryable: 'no', remedy: '250 templates or 6000 per WABA' },
	{ code: 2388040, title: 'Template character limit exceeded', retryable: 'no', remedy: 'Shorten the field named in the message' },
	{ code: 2388047, title: 'Template header format incorrect', retryable: 'no', remedy: 'Fix header' },
	{ code: 2388072, title: 'Template body format incorrect', retryable: 'no', remedy: 'Fix body' },
	{ code: 2388073, title: 'Template footer format incorrect', retryable: 'no', remedy: 'Fix footer' },
	{ code: 2388091, title: 'Number not eligible for registration code', retryable: 'no', remedy: 'Phone migration' },
	{ code: 2388093, title: 'Number not eligible for registration code', retryable: 'no', remedy: 'Phone migration' },
	{ code: 2388103, title: 'Cannot migrate phone number', retryable: 'no', remedy: 'Several causes in the message' },
	{ code: 2388293, title: 'Too many variables for the text length', retryable: 'no', remedy: 'Fewer variables or longer text' },
	{ code: 2388299, title: 'Leading or trailing variable not allowed', retryable: 'no', remedy: 'Put text before and after' },
	{ code: 2388318, title: 'Cannot update a Direct Send template', retryable: 'no', remedy: 'Read-only' },
	{ code: 2388330, title: 'Cannot delete a Direct Send template', retryable: 'no', remedy: 'Read-only' },
	{ code: 2494100, title: 'Number in maintenance mode', retryable: 'later', remedy: 'Try again in a few minutes' },
	{ code: 2593079, title: 'WABA already marked for migration', retryable: 'no', remedy: 'Partner flow' },
	{ code: 2593085, title: 'WABA not eligible for OBO transfer', retryable: 'no', remedy: 'Partner flow' },
	{ code: 2593107, title: 'Sync request limit exceeded', httpStatus: 400, retryable: 'no', remedy: 'Coexistence contacts/history sync may be called once each' },
	{ code: 2593108, title: 'Sync requested outside window', httpStatus: 400, retryable: 'no', remedy: 'Only within 24 h of onboarding' },
	{ code: 2593109, title: 'History sync off', retryable: 'no', remedy: 'Business declined history sharing (in history webhook)' },
];

/** Subcodes from here on are error codes of their own (templates, migration), unlike Graph's 33 or 463. */
const FIRST_CODE_LIKE_SUBCODE = 1_000_000;

const byKey = new Map(ERROR_CODES.map((row) => [keyOf(row.code, row.subcode), row]));
const ranges = ERROR_CODES.filter((row) => row.lastCode !== undefined);

/**
 * The row for a code, the most exact first: code with subcode; a subcode that is itself a code in the
 * table (template errors arrive as code 100 with subcode 2388040; unverified); the code alone; a range.
 */
export function findErrorCode(wanted: { code: number; subcode?: number }): ErrorCode | undefined {
	const { code, subcode } = wanted;
	if (subcode !== undefined) {
		const exact = byKey.get(keyOf(code, subcode));
		if (exact) return exact;
		const own = subcode >= FIRST_CODE_LIKE_SUBCODE ? byKey.get(keyOf(subcode)) : undefined;
		if (own) return own;
	}
	return byKey.get(keyOf(code)) ?? ranges.find((row) => isWithin(row, code));
}

function keyOf(code: number, subcode?: number): string {
	return `${code}/${subcode ?? ''}`;
}

function isWithin(row: ErrorCode, code: number): boolean {
	return row.lastCode !== undefined && code >= row.code && code <= row.lastCode;
}
