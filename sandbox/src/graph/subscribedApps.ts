import { compact } from '../json';
import { readOverride } from '../webhooks/overrides';
import type { Handler } from './call';

/** `GET /{waba}/subscribed_apps`. */
export const listSubscribedApps: Handler = ({ context }) => {
	const { seed, subscribedApps, wabaOverride } = context.state;
	const data = [...subscribedApps].map((id) =>
		compact({
			whatsapp_business_api_data: { id, link: 'https://example.com', name: seed.appName },
			override_callback_uri: id === seed.appId ? wabaOverride?.url : undefined,
		}),
	);
	return { json: { data } };
};

/**
 * `POST /{waba}/subscribed_apps`: subscribes the token's app; without it nothing is delivered. With a URL it also sets the
 * account's callback override, without one it removes it (cloud-api 4.8).
 */
export const addSubscribedApp: Handler = async ({ context, call }) => {
	const { state } = context;
	state.wabaOverride = await readOverride(call.body);
	state.subscribedApps.add(state.seed.appId);
	return { json: { success: true } };
};

/** `DELETE /{waba}/subscribed_apps`. */
export const removeSubscribedApp: Handler = ({ context }) => {
	const { state } = context;
	state.subscribedApps.delete(state.seed.appId);
	state.wabaOverride = undefined;
	return { json: { success: true } };
};
