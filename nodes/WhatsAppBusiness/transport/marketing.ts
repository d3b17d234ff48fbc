import type { IDataObject } from 'n8n-workflow';
import { isRouteRefusal, type Route } from '../../../core/template/route';
import type { OperationContext } from '../shared/operation';
import { postMessage, type Outgoing, type Sent } from './messages';
import { refusalCode } from './refusal';

/** The routes of a message, and what the Marketing Messages API takes beside it (cloud-api 1.7). */
export interface Routing {
	first: Route;
	/** Tried when Meta refuses the first one as such. */
	second?: Route;
	/** `product_policy` and `message_activity_sharing`, where given. */
	marketing: IDataObject;
}

function outgoingBy(route: Route, { outgoing, marketing }: { outgoing: Outgoing; marketing: IDataObject }): Outgoing {
	if (route === 'cloudApi') return outgoing;
	return { ...outgoing, body: { ...outgoing.body, ...marketing }, edge: 'marketing_messages' };
}

/**
 * Sends a template by its first route, or by the second when Meta refuses the first as such. What may have been sent by one
 * route is never sent by the other.
 *
 * @returns with `sentThrough` (the route) and, when it is not the first, `routeRefusedCode` in the message
 * @throws NodeApiError with the refusal of the last route tried
 */
export async function postByRoute(context: OperationContext, outgoing: Outgoing, routing: Routing): Promise<Sent> {
	const { first, second, marketing } = routing;
	const by = async (route: Route, facts: IDataObject = {}): Promise<Sent> => {
		const { message, answer } = await postMessage(context, outgoingBy(route, { outgoing, marketing }));
		return { message: { ...message, sentThrough: route, ...facts }, answer };
	};
	if (second === undefined) return await by(first);
	return await by(first).catch(async (error: unknown) => {
		const code = refusalCode(error);
		if (!isRouteRefusal({ route: first, code })) return await Promise.reject(error);
		return await by(second, { routeRefusedCode: code });
	});
}
