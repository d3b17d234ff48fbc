import { invalidParameter } from '../errors';
import { LIMITS } from '../limits';
import { verifyCallback } from '../webhooks/handshake';
import { WEBHOOK_FIELDS } from '../webhooks/fields';
import { parameter, type GraphCall, type Handler } from './call';

const OBJECT = 'whatsapp_business_account';

function readFields(call: GraphCall): string[] {
	const value = call.body.fields ?? call.query.fields ?? '';
	const names = Array.isArray(value)
		? value.map(String)
		: String(value)
				.replace(/[[\]"]/g, '')
				.split(',');
	const fields = names.map((name) => name.trim()).filter((name) => name !== '');
	const unknown = fields.find((name) => !WEBHOOK_FIELDS.includes(name));
	if (unknown !== undefined) throw invalidParameter(`Param fields has the unknown field "${unknown}".`);
	return [...new Set(fields)];
}

function requireObject(call: GraphCall): void {
	if (parameter(call, 'object') !== OBJECT) throw invalidParameter(`Param object must be "${OBJECT}".`);
}

/** `POST /{app-id}/subscriptions`: verifies the callback (2200), then replaces callback, verify token and fields (cloud-api 4.8). */
export const subscribe: Handler = async ({ context, call }) => {
	requireObject(call);
	const callbackUrl = parameter(call, 'callback_url');
	const verifyToken = parameter(call, 'verify_token');
	if (!callbackUrl) throw invalidParameter('The parameter callback_url is required.');
	if (!URL.canParse(callbackUrl) || callbackUrl.length > LIMITS.callbackUrl)
		throw invalidParameter('Param callback_url must be a valid URL.');
	if (!verifyToken) throw invalidParameter('The parameter verify_token is required.');
	const fields = readFields(call);
	if (fields.length === 0) throw invalidParameter('The parameter fields is required.');
	await verifyCallback({ url: callbackUrl, verifyToken });
	context.state.subscription = { callbackUrl, verifyToken, fields };
	return { json: { success: true } };
};

/** `GET /{app-id}/subscriptions`. */
export const listSubscriptions: Handler = ({ context, call }) => {
	const { subscription } = context.state;
	const version = call.version.slice(1) || 'v25.0';
	const data = subscription
		? [
				{
					object: OBJECT,
					callback_url: subscription.callbackUrl,
					active: true,
					fields: subscription.fields.map((name) => ({ name, version })),
				},
			]
		: [];
	return { json: { data } };
};

/** `DELETE /{app-id}/subscriptions`: the `fields` given, or all. */
export const unsubscribe: Handler = ({ context, call }) => {
	const { state } = context;
	if (parameter(call, 'object') !== undefined) requireObject(call);
	const fields = readFields(call);
	const rest = fields.length === 0 ? [] : (state.subscription?.fields.filter((name) => !fields.includes(name)) ?? []);
	state.subscription = state.subscription && rest.length > 0 ? { ...state.subscription, fields: rest } : undefined;
	return { json: { success: true } };
};
