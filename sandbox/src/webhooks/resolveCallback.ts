import type { State } from '../state';
import { OVERRIDE_FIELDS } from './overrides';

/** Where an update goes. */
export interface Callback {
	url: string;
}

/**
 * The callback of an update, or `undefined` when nobody listens: the app must have subscribed the field and the
 * WABA must list the app. Meta looks for an override of the phone number, then of the WABA, then takes the app's own
 * address; overrides receive some fields only (cloud-api 4.8).
 */
export function resolveCallback(input: { state: State; field: string; phoneNumberId?: string }): Callback | undefined {
	const { state, field, phoneNumberId } = input;
	if (!state.subscribedApps.has(state.seed.appId)) return undefined;
	if (!state.subscription?.fields.includes(field)) return undefined;
	const app = { url: state.subscription.callbackUrl };
	if (!OVERRIDE_FIELDS.includes(field)) return app;
	const number = phoneNumberId === undefined ? undefined : state.phoneNumberOverrides.get(phoneNumberId);
	return number ?? state.wabaOverride ?? app;
}
