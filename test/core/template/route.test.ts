import { parseDefinition } from '../../../core/template/definition';
import { isRouteRefusal, routesFor, type RouteChoice } from '../../../core/template/route';
import { problemsOf } from '../message/problemsOf';
import { definitionOf } from './definitions';

const marketing = parseDefinition(definitionOf({ type: 'BODY', text: 'Sale' }));
const utility = { ...marketing, category: 'UTILITY' };
const gif = parseDefinition(definitionOf({ type: 'HEADER', format: 'GIF' }));

test.each<[RouteChoice, object]>([
	['cloudApi', { first: 'cloudApi' }],
	['cloudApiFirst', { first: 'cloudApi', second: 'marketingMessages' }],
	['marketingMessages', { first: 'marketingMessages' }],
	['marketingMessagesFirst', { first: 'marketingMessages', second: 'cloudApi' }],
])('%s', (choice, routes) => {
	expect(routesFor({ choice, definition: marketing })).toEqual(routes);
	expect(routesFor({ choice, definition: utility })).toEqual({ first: 'cloudApi' });
});

test.each<RouteChoice>(['cloudApiFirst', 'marketingMessages', 'marketingMessagesFirst'])('a GIF goes by one route: %s', (choice) => {
	expect(routesFor({ choice, definition: gif })).toEqual({ first: 'marketingMessages' });
});

test('a GIF is refused for the Cloud API', () => {
	expect(problemsOf(() => routesFor({ choice: 'cloudApi', definition: gif }))).toEqual([
		{ field: 'Send Marketing Through', message: 'must be the Marketing Messages API for a template with a GIF header' },
	]);
});

test.each([
	['marketingMessages', [100, 131055, 134100, 134101, 134102], [131063, 131049, 131050, 131026, 190, undefined]],
	['cloudApi', [131063], [100, 131055, 134100, 131049, 132001, undefined]],
] as const)('after %s', (route, open, closed) => {
	expect(open.filter((code) => isRouteRefusal({ route, code }))).toEqual(open);
	expect(closed.filter((code) => isRouteRefusal({ route, code }))).toEqual([]);
});
