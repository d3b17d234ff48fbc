import { InvalidInput } from '../errors/invalidInput';
import type { TemplateDefinition } from './definition';

/** The endpoint of a phone number by which a template goes out (cloud-api 1.5 and 1.7). */
export type Route = 'cloudApi' | 'marketingMessages';

/** What the operator wants for marketing templates; templates of other categories always go by Cloud API. */
export type RouteChoice = Route | 'cloudApiFirst' | 'marketingMessagesFirst';

export const ROUTE_CHOICES: readonly RouteChoice[] = [
	'cloudApi',
	'cloudApiFirst',
	'marketingMessages',
	'marketingMessagesFirst',
];

/**
 * The routes to try for a template, in order.
 *
 * @throws {InvalidInput} naming `Send Marketing Through` for a GIF header, which the Cloud API does not take (cloud-api 1.5)
 */
export function routesFor(input: {
	choice: RouteChoice;
	definition: TemplateDefinition;
}): { first: Route; second?: Route } {
	const { choice, definition } = input;
	if (definition.category !== 'MARKETING') return { first: 'cloudApi' };
	if (!hasGif(definition)) return routesOf(choice);
	if (choice !== 'cloudApi') return { first: 'marketingMessages' };
	throw new InvalidInput([
		{
			field: 'Send Marketing Through',
			message: 'must be the Marketing Messages API for a template with a GIF header',
		},
	]);
}

function hasGif({ components }: TemplateDefinition): boolean {
	return components.some((component) => component.type === 'HEADER' && component.format === 'GIF');
}

function routesOf(choice: RouteChoice): { first: Route; second?: Route } {
	switch (choice) {
		case 'cloudApi':
			return { first: 'cloudApi' };
		case 'marketingMessages':
			return { first: 'marketingMessages' };
		case 'cloudApiFirst':
			return { first: 'cloudApi', second: 'marketingMessages' };
		case 'marketingMessagesFirst':
			return { first: 'marketingMessages', second: 'cloudApi' };
	}
}

/**
 * Refusals after which the other route may take the message; nothing was sent by the first (cloud-api 1.7, part 6).
 * 100 comes when the number knows no Marketing Messages API, but also for a wrong parameter, which the Cloud API then
 * refuses again, with a text that fits what the operator wrote.
 */
const REFUSED_BY: Readonly<Record<Route, readonly number[]>> = {
	// 131055 and 134100: not a marketing template there; 134101: template still syncing; 134102: not onboarded.
	marketingMessages: [100, 131055, 134100, 134101, 134102],
	// 131063: the account takes no marketing templates on the Cloud API.
	cloudApi: [131063],
};

/** True when Meta refused a route in a way that leaves the other one open. */
export function isRouteRefusal({ route, code }: { route: Route; code: number | undefined }): boolean {
	return code !== undefined && REFUSED_BY[route].includes(code);
}
