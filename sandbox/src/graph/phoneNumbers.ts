import { invalidParameter } from '../errors';
import { isObject } from '../json';
import { readOverride } from '../webhooks/overrides';
import type { Handler } from './call';

/** `POST /{phone-number-id}`: sets the number's callback override, or removes it with an empty URL (cloud-api 4.8). */
export const updatePhoneNumber: Handler = async ({ context, call, id }) => {
	const { webhook_configuration: configuration } = call.body;
	if (!isObject(configuration)) throw invalidParameter('The parameter webhook_configuration is required.');
	if (configuration.override_callback_uri === undefined)
		throw invalidParameter('The parameter webhook_configuration.override_callback_uri is required.');
	const override = await readOverride(configuration);
	if (override) context.state.phoneNumberOverrides.set(id, override);
	else context.state.phoneNumberOverrides.delete(id);
	return { json: { success: true } };
};
