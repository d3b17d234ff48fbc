import { GraphError, invalidParameter } from '../errors';
import { parameter, type Handler } from './call';

/** `GET /debug_token?input_token=`: what a token is and may do, with the WABA as target of its permissions. */
export const debugToken: Handler = ({ context, call }) => {
	const { state } = context;
	const inputToken = parameter(call, 'input_token');
	if (!inputToken) throw invalidParameter('The parameter input_token is required.');
	const token = state.tokens.get(inputToken);
	if (!token || token.expired) {
		const error = {
			code: 190,
			message: token ? 'Error validating access token: Session has expired.' : 'Invalid OAuth access token.',
			...(token ? { subcode: 463 } : {}),
		};
		return { json: { data: { error, is_valid: false, scopes: [] } } };
	}
	const { seed } = state;
	const granular = token.scopes.map((scope) => ({ scope, target_ids: [seed.wabaId] }));
	const type = token.kind === 'app' ? 'APP' : 'SYSTEM_USER';
	return {
		json: {
			data: {
				app_id: seed.appId,
				type,
				application: seed.appName,
				expires_at: 0,
				is_valid: true,
				scopes: token.scopes,
				granular_scopes: granular,
			},
		},
	};
};

/** `GET` or `POST /oauth/access_token` with `grant_type=client_credentials`: the app access token, `APP_ID|APP_SECRET`. */
export const getAppToken: Handler = ({ context, call }) => {
	const { seed } = context.state;
	if (parameter(call, 'grant_type') !== 'client_credentials')
		throw invalidParameter('The emulator knows grant_type=client_credentials only.');
	if (parameter(call, 'client_id') !== seed.appId)
		throw new GraphError({
			code: 101,
			httpStatus: 400,
			message: 'Error validating application. Cannot get application info due to a system error.',
		});
	if (parameter(call, 'client_secret') !== seed.appSecret)
		throw new GraphError({ code: 1, message: 'Error validating client secret.' });
	return { json: { access_token: `${seed.appId}|${seed.appSecret}`, token_type: 'bearer' } };
};
