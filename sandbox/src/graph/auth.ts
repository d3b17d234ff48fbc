import { badToken, GraphError } from '../errors';
import type { Token } from '../records';
import type { State } from '../state';

/** What an endpoint asks of the token: a permission, the app's own token, any valid one, or nothing. */
export type Access = 'whatsapp_business_messaging' | 'whatsapp_business_management' | 'app' | 'any' | 'none';

/**
 * The token of a call. 190 (401): missing, unknown or expired. 200 (403): a permission is missing. 15: the call needs an
 * app access token.
 */
export function checkToken(input: { state: State; text: string | undefined; access: Access }): Token | undefined {
	const { state, text, access } = input;
	if (access === 'none') return undefined;
	if (!text) throw badToken({ message: 'An access token is required to request this resource.' });
	const token = state.tokens.get(text);
	if (!token) throw badToken();
	if (token.expired) throw badToken({ message: 'Error validating access token: Session has expired.', subcode: 463 });
	if (access === 'any') return token;
	if (access === 'app') {
		if (token.kind !== 'app') throw new GraphError({ code: 15 });
		return token;
	}
	if (!token.scopes.includes(access))
		throw new GraphError({ code: 200, details: `The token lacks the permission ${access}.` });
	return token;
}
