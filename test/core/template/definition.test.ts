import fc from 'fast-check';
import { InvalidInput } from '../../../core/errors/invalidInput';
import { buildTemplate } from '../../../core/template/build';
import { parseDefinition } from '../../../core/template/definition';
import { templateFields } from '../../../core/template/fields';
import { previewTemplate } from '../../../core/template/preview';
import { problemsOf } from '../message/problemsOf';
import { definitionOf, invoiceReady, NOW } from './definitions';

test('reads a definition', () => {
	expect(parseDefinition(invoiceReady)).toEqual({
		id: '2',
		name: 'invoice_ready',
		language: 'de',
		status: 'APPROVED',
		category: 'UTILITY',
		parameterFormat: 'NAMED',
		components: [
			{
				type: 'HEADER',
				format: 'DOCUMENT',
				text: '',
				example: { header_handle: ['https://cdn.example/x'] },
			},
			{
				type: 'BODY',
				text: 'Rechnung {{invoice_number}} über {{total}} für {{ invoice_number }} liegt bei.',
				example: invoiceReady.components[1]?.example,
			},
		],
	});
});

test('keeps components and buttons that it does not know', () => {
	const hologram = { type: 'hologram', rays: [] };
	const button = { type: 'hologram', text: 'Look' };
	expect(
		parseDefinition(definitionOf(hologram, { type: 'buttons', buttons: [button, null] })),
	).toEqual({
		name: 'some_template',
		language: 'en',
		category: 'MARKETING',
		parameterFormat: 'POSITIONAL',
		components: [
			{ type: 'OTHER', name: 'HOLOGRAM', raw: hologram },
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'HOLOGRAM', text: 'Look', raw: button },
					{ type: '', text: '', raw: {} },
				],
			},
		],
	});
});

test.each([
	['named', 'Hello {{first_name}}', undefined, 'NAMED'],
	['positional', 'Hello {{1}}', undefined, 'POSITIONAL'],
	['none', 'Hello', undefined, 'POSITIONAL'],
	['none, though Meta says named', 'Hello', 'named', 'NAMED'],
])('takes variables that are %s', (_, text, format, expected) => {
	const json = { ...definitionOf({ type: 'BODY', text }), parameter_format: format };
	expect(parseDefinition(json).parameterFormat).toBe(expected);
});

test.each([
	[null, 'the definition has no name'],
	[{ name: 'a' }, 'the definition "a" has no language'],
	[{ name: 'a', language: 'en' }, 'the definition "a" has no components'],
	[{ name: 'a', language: { code: 'en' }, components: {} }, 'the definition "a" has no components'],
])('refuses %j', (json, message) => {
	expect(problemsOf(() => parseDefinition(json))).toEqual([{ field: 'Template', message }]);
});

test('throws nothing but InvalidInput', () => {
	const text = fc.string({ unit: fc.constantFrom('{', '{{', '}}', '1', 'a', ' ', '\n', '😀') });
	const type = fc.constantFrom(
		'HEADER',
		'BODY',
		'FOOTER',
		'BUTTONS',
		'CAROUSEL',
		'LIMITED_TIME_OFFER',
		'FLOW',
		'MPM',
		'OTP',
		'VOICE_CALL',
		'ORDER_DETAILS',
		'URL',
		'QUICK_REPLY',
	);
	const component = fc.record(
		{
			type: fc.oneof(type, fc.anything()),
			format: fc.oneof(fc.constantFrom('TEXT', 'IMAGE', 'GIF', 'LOCATION', 'PRODUCT', 'X'), fc.anything()),
			text: fc.oneof(text, fc.anything()),
			example: fc.oneof(
				fc.dictionary(fc.constantFrom('body_text', 'header_text'), fc.anything()),
				fc.anything(),
			),
			buttons: fc.oneof(
				fc.array(fc.record({ type, text, url: text, example: fc.anything() })),
				fc.anything(),
			),
		},
		{ requiredKeys: [] },
	);
	const whole = fc.oneof(
		component,
		fc.record({ type: fc.constant('CAROUSEL'), cards: fc.array(fc.record({ components: fc.array(component) })) }),
		fc.record({ type, limited_time_offer: fc.record({ has_expiration: fc.boolean() }) }),
	);
	const definition = fc.record({
		name: fc.oneof(fc.constant('a'), fc.anything()),
		language: fc.oneof(fc.constant('en'), fc.anything()),
		parameter_format: fc.oneof(fc.constantFrom('NAMED', 'POSITIONAL'), fc.anything()),
		components: fc.oneof(fc.array(fc.oneof(whole, fc.anything())), fc.anything()),
	});
	fc.assert(
		fc.property(fc.oneof(definition, fc.anything()), fc.anything(), (json, value) => {
			try {
				const read = parseDefinition(json);
				const values = Object.fromEntries(templateFields(read).map(({ id }) => [id, value]));
				const message = buildTemplate({ now: NOW, definition: read, values });
				previewTemplate({ definition: read, message });
			} catch (error) {
				expect(error).toBeInstanceOf(InvalidInput);
			}
		}),
		{ numRuns: 1000 },
	);
});

test('reads carousels, offers and the footer of a one-time password', () => {
	const cards = [{ components: [{ type: 'body', text: 'Card' }, null] }, {}, null];
	const definition = definitionOf(
		{ type: 'CAROUSEL', cards },
		{ type: 'limited_time_offer', limited_time_offer: { text: 'Spring', has_expiration: true } },
		{ type: 'LIMITED_TIME_OFFER' },
		{ type: 'FOOTER', code_expiration_minutes: 5 },
	);
	expect(parseDefinition(definition).components).toEqual([
		{ type: 'CAROUSEL', cards: [[{ type: 'BODY', text: 'Card', example: {} }], [], []] },
		{ type: 'LIMITED_TIME_OFFER', text: 'Spring', hasExpiration: true },
		{ type: 'LIMITED_TIME_OFFER', text: '', hasExpiration: false },
		{ type: 'FOOTER', text: '', codeExpirationMinutes: 5 },
	]);
});

test('looks into the cards for how variables are addressed', () => {
	const carousel = { type: 'CAROUSEL', cards: [{ components: [{ type: 'BODY', text: 'For {{name}}' }] }] };
	expect(parseDefinition(definitionOf(carousel)).parameterFormat).toBe('NAMED');
});
