import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { arrayOf, isJsonObject, objectOf, textOf } from '../../../core/shared/json';
import type { PlatformCredential } from '../transport/credential';
import { appRequest, graphRequest } from '../transport/graph';

const OBJECT = 'whatsapp_business_account';

/** The one callback that a Meta app has for WhatsApp, with the webhook fields that are on (cloud-api 4.8). */
export interface Subscription {
	callbackUrl: string;
	active: boolean;
	fields: string[];
}

/** What the app has registered now; undefined when nothing. */
export async function readSubscription(
	context: IHookFunctions,
	credential: PlatformCredential,
): Promise<Subscription | undefined> {
	const answer = await appRequest(context, { method: 'GET', path: `/${credential.appId}/subscriptions` });
	const found = arrayOf(answer.data).find((entry) => objectOf(entry).object === OBJECT);
	if (!isJsonObject(found)) return undefined;
	return {
		callbackUrl: textOf(found.callback_url) ?? '',
		active: found.active !== false,
		// Documented as objects with a name; plain names are taken too.
		fields: arrayOf(found.fields)
			.map((field) => textOf(field) ?? textOf(objectOf(field).name))
			.filter((name) => name !== undefined),
	};
}

/** Sets the app's callback and fields. Meta verifies the callback with the GET challenge before it answers. */
export async function writeSubscription(
	context: IHookFunctions,
	subscription: { credential: PlatformCredential; callbackUrl: string; verifyToken: string; fields: string[] },
): Promise<void> {
	const body: IDataObject = {
		object: OBJECT,
		callback_url: subscription.callbackUrl,
		verify_token: subscription.verifyToken,
		fields: subscription.fields.join(','),
	};
	await appRequest(context, { method: 'POST', path: `/${subscription.credential.appId}/subscriptions`, body });
}

/** Removes the app's callback with all fields. */
export async function removeSubscription(context: IHookFunctions, credential: PlatformCredential): Promise<void> {
	await appRequest(context, {
		method: 'DELETE',
		path: `/${credential.appId}/subscriptions`,
		qs: { object: OBJECT },
	});
}

/**
 * The app among those that receive the events of the account; without it Meta delivers nothing (cloud-api 4.8).
 *
 * @returns undefined when it is not there; `override` is the account's own callback, empty without one
 */
export async function readSubscribedApp(
	context: IHookFunctions,
	credential: PlatformCredential,
): Promise<{ override: string } | undefined> {
	const answer = await graphRequest(context, { method: 'GET', path: `/${credential.wabaId}/subscribed_apps` });
	const found = arrayOf(answer.data)
		.map(objectOf)
		.find((entry) => String(objectOf(entry.whatsapp_business_api_data).id) === credential.appId);
	return found === undefined ? undefined : { override: textOf(found.override_callback_uri) ?? '' };
}

/**
 * Makes the account send its events to the app of the access token; with an override to that callback, without one to
 * none in particular: that removes an override (cloud-api 4.8).
 */
export async function subscribeApp(
	context: IHookFunctions,
	subscription: { credential: PlatformCredential; override?: { url: string; verifyToken: string } },
): Promise<void> {
	const { credential, override } = subscription;
	const body = override && { override_callback_uri: override.url, verify_token: override.verifyToken };
	await graphRequest(context, { method: 'POST', path: `/${credential.wabaId}/subscribed_apps`, body });
}
