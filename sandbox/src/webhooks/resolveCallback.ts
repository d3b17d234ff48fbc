import type { State } from '../state';

/** Where an update goes. */
export interface Callback {
	url: string;
}

/**
 * The callback of an update, or `undefined` when nobody listens: the app must have subscribed the field and the
 * WABA must list the app (cloud-api 4.8). Overrides of a phone number and of the WABA would be looked up here
 * before the app's own address.
 */
export function resolveCallback(input: { state: State; field: string }): Callback | undefined {
	const { state, field } = input;
	if (!state.subscribedApps.has(state.seed.appId)) return undefined;
	if (!state.subscription?.fields.includes(field)) return undefined;
	return { url: state.subscription.callbackUrl };
}
