import { buildFlow } from '../../../core/message/flow';
import { problemsOf } from './problemsOf';

type Input = Parameters<typeof buildFlow>[0];

const valid: Input = {
	body: 'Book a table',
	flow: { by: 'id', value: '1234567890' },
	cta: 'Book now',
	mode: 'published',
	start: { action: 'navigate' },
};

test('builds a Flow that begins at a screen with data', () => {
	expect(
		buildFlow({
			...valid,
			header: { type: 'text', text: 'Tonight' },
			footer: 'Shop Example',
			token: 'order-1',
			start: { action: 'navigate', screen: 'BOOKING', data: { name: 'Ana' } },
		}),
	).toEqual({
		type: 'interactive',
		interactive: {
			type: 'flow',
			header: { type: 'text', text: 'Tonight' },
			body: { text: 'Book a table' },
			footer: { text: 'Shop Example' },
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_id: '1234567890',
					flow_cta: 'Book now',
					mode: 'published',
					flow_token: 'order-1',
					flow_action: 'navigate',
					flow_action_payload: { screen: 'BOOKING', data: { name: 'Ana' } },
				},
			},
		},
	});
});

test('builds a draft by name that asks its endpoint for the first screen', () => {
	const { interactive } = buildFlow({
		...valid,
		flow: { by: 'name', value: ' booking ' },
		mode: 'draft',
		start: { action: 'data_exchange' },
	});
	expect(interactive.action.parameters).toEqual({
		flow_message_version: '3',
		flow_name: 'booking',
		flow_cta: 'Book now',
		mode: 'draft',
		flow_action: 'data_exchange',
	});
});

const payloadOf = (start: Input['start']) =>
	buildFlow({ ...valid, start }).interactive.action.parameters.flow_action_payload;

test('takes data as JSON text or object, and none for what is empty', () => {
	expect(payloadOf({ action: 'navigate', screen: 'A', data: '{"n": 1}' })).toEqual({ screen: 'A', data: { n: 1 } });
	expect(payloadOf({ action: 'navigate', screen: 'A', data: { n: 1 } })).toEqual({ screen: 'A', data: { n: 1 } });
	for (const data of ['', ' ', '{}', {}, null, undefined]) {
		expect(payloadOf({ action: 'navigate', screen: 'A', data })).toEqual({ screen: 'A' });
		expect(payloadOf({ action: 'navigate', screen: '', data })).toBeUndefined();
	}
});

test.each(['{"n": 1', '[1]', '"text"', 'null', '7', [1]])('refuses the data %j', (data) => {
	expect(problemsOf(() => payloadOf({ action: 'navigate', screen: 'A', data }))).toEqual([
		{ field: 'Data', message: 'must be a JSON object such as {"name": "Ana"}' },
	]);
});

test('data needs a screen', () => {
	expect(problemsOf(() => payloadOf({ action: 'navigate', data: '{"n": 1}' }))).toEqual([
		{ field: 'Screen', message: 'must not be empty when there is data for it' },
	]);
});

test.each([
	['Body', 1024, (text: string) => buildFlow({ ...valid, body: text })],
	['Footer', 60, (text: string) => buildFlow({ ...valid, footer: text })],
	['Header Text', 60, (text: string) => buildFlow({ ...valid, header: { type: 'text', text } })],
	['Button Text', 30, (text: string) => buildFlow({ ...valid, cta: text })],
] as const)('%s may have %d characters', (field, max, build) => {
	expect(problemsOf(() => build('x'.repeat(max)))).toEqual([]);
	expect(problemsOf(() => build('x'.repeat(max + 1))).map((problem) => problem.field)).toEqual([field]);
});

test('reports every problem at once', () => {
	expect(
		problemsOf(() =>
			buildFlow({
				body: '',
				flow: { by: 'id', value: '' },
				cta: 'Book 🎉',
				mode: 'published',
				start: { action: 'navigate', data: '{' },
			}),
		),
	).toEqual([
		{ field: 'Body', message: 'must not be empty' },
		{ field: 'Flow', message: 'must not be empty' },
		{ field: 'Button Text', message: 'must not have emoji' },
		{ field: 'Data', message: 'must be a JSON object such as {"name": "Ana"}' },
	]);
});
