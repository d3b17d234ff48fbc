import fc from 'fast-check';
import { InvalidInput } from '../../../core/errors/invalidInput';
import { buildTemplate } from '../../../core/template/build';
import { parseDefinition } from '../../../core/template/definition';
import { templateFields } from '../../../core/template/fields';
import { problemsOf } from '../message/problemsOf';
import { definitionOf, invoiceReady } from './definitions';

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
	const carousel = { type: 'carousel', cards: [] };
	const button = { type: 'hologram', text: 'Look' };
	expect(
		parseDefinition(definitionOf(carousel, { type: 'buttons', buttons: [button, null] })),
	).toEqual({
		name: 'some_template',
		language: 'en',
		category: 'MARKETING',
		parameterFormat: 'POSITIONAL',
		components: [
			{ type: 'OTHER', name: 'CAROUSEL', raw: carousel },
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
		'URL',
		'QUICK_REPLY',
	);
	const component = fc.record(
		{
			type: fc.oneof(type, fc.anything()),
			format: fc.oneof(fc.constantFrom('TEXT', 'IMAGE', 'X'), fc.anything()),
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
	const definition = fc.record({
		name: fc.oneof(fc.constant('a'), fc.anything()),
		language: fc.oneof(fc.constant('en'), fc.anything()),
		parameter_format: fc.oneof(fc.constantFrom('NAMED', 'POSITIONAL'), fc.anything()),
		components: fc.oneof(fc.array(fc.oneof(component, fc.anything())), fc.anything()),
	});
	fc.assert(
		fc.property(fc.oneof(definition, fc.anything()), fc.anything(), (json, value) => {
			try {
				const read = parseDefinition(json);
				const values = Object.fromEntries(templateFields(read).map(({ id }) => [id, value]));
				buildTemplate({ definition: read, values });
			} catch (error) {
				expect(error).toBeInstanceOf(InvalidInput);
			}
		}),
		{ numRuns: 1000 },
	);
});
