/** Meta refuses longer callback URLs for overrides (cloud-api 4.8). */
const MAX_CALLBACK_URL_LENGTH = 200;

const PRIVATE_HOST =
	/^(localhost|.*\.(localhost|local|internal|lan|home)|0\.0\.0\.0|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(1[6-9]|2\d|3[01])\..*|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\..*|\[::1?\]|\[f[cd].*|\[fe[89ab].*)$/i;

const SET_WEBHOOK_URL =
	'Give n8n its public address with the environment variable WEBHOOK_URL (for a trial: the https address of a tunnel) and start it again.';

/** Why Meta could not use a callback URL, and what to do about it. */
export interface CallbackUrlProblem {
	message: string;
	remedy: string;
}

/**
 * Says what is wrong with a callback URL before Meta is asked, because Meta only answers "Invalid parameter". Undefined
 * when nothing is.
 *
 * @param callback.mustBePublic - false when the caller is not Meta but an emulator on the same machine
 */
export function checkCallbackUrl(callback: { url: string; mustBePublic: boolean }): CallbackUrlProblem | undefined {
	const { url } = callback;
	if (!URL.canParse(url)) {
		return { message: `The callback URL "${url}" is not a URL`, remedy: SET_WEBHOOK_URL };
	}
	if (url.length > MAX_CALLBACK_URL_LENGTH) {
		return {
			message: `The callback URL has ${url.length} characters; Meta takes at most ${MAX_CALLBACK_URL_LENGTH}`,
			remedy: 'Serve n8n under a shorter address.',
		};
	}
	if (!callback.mustBePublic) return undefined;
	const { protocol, hostname } = new URL(url);
	if (PRIVATE_HOST.test(hostname) || !(hostname.includes('.') || hostname.startsWith('['))) {
		return { message: `Meta cannot reach "${hostname}": it is not a public host (callback URL ${url})`, remedy: SET_WEBHOOK_URL };
	}
	if (protocol !== 'https:') {
		return {
			message: `Meta calls only https addresses with a certificate of a public authority, and the callback URL is ${url}`,
			remedy: `Put n8n behind https. ${SET_WEBHOOK_URL}`,
		};
	}
	return undefined;
}

/** n8n's name for the addresses of test runs, unless N8N_ENDPOINT_WEBHOOK_TEST says otherwise. */
const TEST_PATH = '/webhook-test/';

/** The webhook ID in the address of one of these triggers: `…/<webhook ID>/webhook`; undefined for any other address. */
export function webhookIdOf(url: string): string | undefined {
	if (!URL.canParse(url)) return undefined;
	return /\/([^/]+)\/webhook$/.exec(new URL(url).pathname)?.[1];
}

/** The production address that belongs to the address of a test run; undefined for any other address. */
export function productionUrlOf(testUrl: string): string | undefined {
	return testUrl.includes(TEST_PATH) ? testUrl.replace(TEST_PATH, '/webhook/') : undefined;
}

/** In words, whose callback somebody else's address is, as far as the address tells; `own` is the trigger's. */
export function callbackOwner(callback: { url: string; own: string }): string {
	const { url, own } = callback;
	if (!URL.canParse(url)) return 'something that cannot be told from its address';
	const { host } = new URL(url);
	if (webhookIdOf(url) === undefined) return `a service at ${host}`;
	const kind = productionUrlOf(url) === undefined ? 'a trigger' : 'a test run';
	const isHere = URL.canParse(own) && new URL(own).host === host;
	return isHere ? `${kind} of another workflow in this n8n` : `${kind} in the n8n at ${host}`;
}
