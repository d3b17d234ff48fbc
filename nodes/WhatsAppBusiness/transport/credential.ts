import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

export const CREDENTIAL_TYPE = 'whatsAppBusinessPlatformApi';

/** The contexts from which Meta is called. */
export type GraphContext =
	| IExecuteFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IWebhookFunctions;

/** The credential as the code uses it: trimmed, defaults filled in. */
export interface PlatformCredential {
	accessToken: string;
	wabaId: string;
	/** Default sender; empty when the operator chooses one in every node. */
	phoneNumberId: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	/** Such as `v26.0`. */
	apiVersion: string;
	/** Origin without a trailing slash. */
	baseUrl: string;
}

/** The newest released Graph API version (cloud-api 9). */
export const DEFAULT_API_VERSION = 'v26.0';

export const META_BASE_URL = 'https://graph.facebook.com';

/** Reads a credential's stored data, whatever its age or the operator's stray blanks. */
export function toPlatformCredential(data: IDataObject): PlatformCredential {
	const text = (name: string) => {
		const value = data[name];
		return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	};
	const version = (text('apiVersion') || DEFAULT_API_VERSION).toLowerCase();
	return {
		accessToken: text('accessToken'),
		wabaId: text('wabaId'),
		phoneNumberId: text('phoneNumberId'),
		appId: text('appId'),
		appSecret: text('appSecret'),
		verifyToken: text('verifyToken'),
		apiVersion: version.startsWith('v') ? version : `v${version}`,
		baseUrl: (text('baseUrl') || META_BASE_URL).replace(/\/+$/, ''),
	};
}

/** The credential chosen in the node. */
export async function getPlatformCredential(context: GraphContext): Promise<PlatformCredential> {
	return toPlatformCredential(await context.getCredentials<IDataObject>(CREDENTIAL_TYPE));
}
