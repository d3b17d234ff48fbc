import { isJsonObject } from '../../../core/shared/json';
import type { GraphContext } from './credential';

interface ProxyRouter {
	/** The agent of the proxy for this address; undefined when there is none. */
	resolve(target: { hostname: string; port?: number }): unknown;
}

function isRouter(value: unknown): value is ProxyRouter {
	return isJsonObject(value) && typeof value.resolve === 'function';
}

/**
 * Whether an agent of n8n's HTTP helper connects to the address itself. Its address protection shows as a `lookup` of its
 * own, its proxies as a `router` (n8n 2.41, backend-network `http/node-agents.js`). Any other form counts as no.
 */
function connectsStraight(agent: unknown, { hostname, port }: URL): boolean {
	if (!isJsonObject(agent) || !isJsonObject(agent.options) || agent.options.lookup !== undefined) return false;
	if (!isRouter(agent.router)) return false;
	return agent.router.resolve({ hostname, ...(port === '' ? {} : { port: Number(port) }) }) === undefined;
}

/** The agent that n8n's HTTP helper would use: a request that is cancelled from the start fails with its own settings. */
async function agentFor(context: GraphContext, { origin, protocol }: URL): Promise<unknown> {
	const failure: unknown = await context.helpers.httpRequest({ url: origin, abortSignal: AbortSignal.abort() }).then(
		() => undefined,
		(error: unknown) => error,
	);
	const config = isJsonObject(failure) ? failure.config : undefined;
	if (!isJsonObject(config)) return undefined;
	return protocol === 'https:' ? config.httpsAgent : config.httpAgent;
}

const known = new WeakMap<GraphContext, Map<string, Promise<boolean>>>();

/**
 * Whether this n8n reaches an address without a proxy and without its protection against internal addresses, so that a
 * request may leave by `fetch`. n8n has no answer to that for nodes; when in doubt it is no. Nothing is sent to find out.
 */
export async function isStraightRoute(context: GraphContext, url: string): Promise<boolean> {
	if (!URL.canParse(url)) return false;
	const target = new URL(url);
	const routes = known.get(context) ?? new Map<string, Promise<boolean>>();
	known.set(context, routes);
	const route =
		routes.get(target.origin) ?? agentFor(context, target).then((agent) => connectsStraight(agent, target));
	routes.set(target.origin, route);
	return await route;
}
