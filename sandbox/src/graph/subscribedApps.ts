import type { Handler } from './call';

/** `GET /{waba}/subscribed_apps`. */
export const listSubscribedApps: Handler = ({ context }) => {
	const { seed, subscribedApps } = context.state;
	const data = [...subscribedApps].map((id) => ({
		whatsapp_business_api_data: { id, link: 'https://example.com', name: seed.appName },
	}));
	return { json: { data } };
};

/** `POST /{waba}/subscribed_apps`: subscribes the token's app; without it nothing is delivered (cloud-api 4.8). */
export const addSubscribedApp: Handler = ({ context }) => {
	context.state.subscribedApps.add(context.state.seed.appId);
	return { json: { success: true } };
};

/** `DELETE /{waba}/subscribed_apps`. */
export const removeSubscribedApp: Handler = ({ context }) => {
	context.state.subscribedApps.delete(context.state.seed.appId);
	return { json: { success: true } };
};
