import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Outcome of a signature check; `reason` is for the operator's log and never contains a secret or a signature. */
export type SignatureCheck = { valid: true } | { valid: false; reason: string };

const HEADER_FORM = /^sha256=([0-9a-f]{64})$/i;

/**
 * Checks `X-Hub-Signature-256`: `sha256=` and the hex HMAC-SHA256 of the body under the app secret (cloud-api 4.2).
 * Works on the raw bytes, because Meta escapes non-ASCII characters and JSON written anew would differ; compares in
 * constant time.
 *
 * @param check.appSecrets - secrets of the apps that may call; empty ones are ignored
 */
export function verifySignature(check: {
	rawBody: Uint8Array;
	header: string | undefined;
	appSecrets: string[];
}): SignatureCheck {
	const secrets = check.appSecrets.filter((secret) => secret !== '');
	if (secrets.length === 0) {
		return { valid: false, reason: 'The App Secret is missing: fill it in in the credential' };
	}
	if (check.header === undefined || check.header === '') {
		return { valid: false, reason: 'The header X-Hub-Signature-256 is missing: Meta sends it with every webhook' };
	}
	const hex = HEADER_FORM.exec(check.header)?.[1];
	if (hex === undefined) {
		return { valid: false, reason: 'The header X-Hub-Signature-256 is not "sha256=" and 64 hexadecimal digits' };
	}
	const given = Buffer.from(hex, 'hex');
	const matches = secrets.map((secret) =>
		timingSafeEqual(createHmac('sha256', secret).update(check.rawBody).digest(), given),
	);
	if (matches.includes(true)) return { valid: true };
	return {
		valid: false,
		reason:
			'The signature does not match the body: the App Secret in the credential belongs to another Meta app, or something on the way changed the body',
	};
}

/**
 * Compares the verify token of Meta's GET challenge with those that are accepted, in constant time. Empty tokens are
 * never accepted.
 */
export function verifyTokenMatches(check: { given: unknown; accepted: string[] }): boolean {
	const { given } = check;
	if (typeof given !== 'string' || given === '') return false;
	// Hashes have one length, so that the comparison does not tell how long the token is.
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return check.accepted
		.filter((token) => token !== '')
		.map((token) => timingSafeEqual(digest(token), digest(given)))
		.includes(true);
}

/**
 * The verify token of one registration. It is made from the app secret and the webhook ID, which is part of the callback
 * URL: so every trigger of the app can have Meta verify the callback of another one, and nobody else can.
 */
export function deriveVerifyToken(registration: { appSecret: string; webhookId: string }): string {
	return createHmac('sha256', registration.appSecret).update(`verify token ${registration.webhookId}`).digest('hex');
}
