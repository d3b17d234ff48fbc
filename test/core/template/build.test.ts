import { buildTemplate } from '../../../core/template/build';
import { parseDefinition } from '../../../core/template/definition';
import { problemsOf } from '../message/problemsOf';
import { definitionOf, invoiceReady, NOW, orderShipped } from './definitions';

const shipped = parseDefinition(orderShipped);
const invoice = parseDefinition(invoiceReady);

const shippedValues = {
	header_1: 1001,
	body_1: 'Ana',
	body_2: 'Example Parcel',
	body_3: '4 May',
	button_0_url: '1001?lang=en',
	button_1_payload: 'STOP_UPDATES',
};

test('builds a positional template with a URL button and a quick reply', () => {
	expect(buildTemplate({ now: NOW, definition: shipped, values: shippedValues })).toEqual({
		type: 'template',
		template: {
			name: 'order_shipped',
			language: { code: 'en_US' },
			components: [
				{ type: 'header', parameters: [{ type: 'text', text: '1001' }] },
				{
					type: 'body',
					parameters: [
						{ type: 'text', text: 'Ana' },
						{ type: 'text', text: 'Example Parcel' },
						{ type: 'text', text: '4 May' },
					],
				},
				{
					type: 'button',
					sub_type: 'url',
					index: '0',
					parameters: [{ type: 'text', text: '1001?lang=en' }],
				},
				{
					type: 'button',
					sub_type: 'quick_reply',
					index: '1',
					parameters: [{ type: 'payload', payload: 'STOP_UPDATES' }],
				},
			],
		},
	});
});

test('leaves out a quick reply without a payload', () => {
	const { template } = buildTemplate({
		now: NOW,
		definition: shipped,
		values: { ...shippedValues, button_1_payload: '' },
	});
	expect(template.components?.map(({ type }) => type)).toEqual(['header', 'body', 'button']);
});

test('builds a named template with a document', () => {
	const values = {
		header_document: { id: '1013859600285441' },
		header_document_filename: 'Rechnung R-7.pdf',
		body_total: 12.5,
		body_invoice_number: 'R-7',
	};
	expect(buildTemplate({ now: NOW, definition: invoice, values })).toEqual({
		type: 'template',
		template: {
			name: 'invoice_ready',
			language: { code: 'de' },
			components: [
				{
					type: 'header',
					parameters: [
						{
							type: 'document',
							document: { id: '1013859600285441', filename: 'Rechnung R-7.pdf' },
						},
					],
				},
				{
					type: 'body',
					parameters: [
						{ type: 'text', parameter_name: 'invoice_number', text: 'R-7' },
						{ type: 'text', parameter_name: 'total', text: '12.5' },
					],
				},
			],
		},
	});
});

test('sends no components when nothing varies', () => {
	const definition = parseDefinition(definitionOf({ type: 'BODY', text: 'Hello' }));
	expect(buildTemplate({ now: NOW, definition, values: {} })).toEqual({
		type: 'template',
		template: { name: 'some_template', language: { code: 'en' } },
	});
});

test('names every missing value at once', () => {
	const values = { body_1: '', body_2: '  ', body_3: null };
	expect(problemsOf(() => buildTemplate({ now: NOW, definition: shipped, values }))).toEqual(
		[
			'Header {{1}}: "Order ▢ is on its way" (e.g. 1001)',
			'Body {{1}}: "Hello ▢, your order was handed…" (e.g. Ana)',
			'Body {{2}}: "…to ▢ today…" (e.g. Example Parcel)',
			'Body {{3}}: "…and should reach you by ▢." (e.g. 4 May)',
			'Button 1 "Track order" URL Ending (e.g. 1001)',
		].map((field) => ({ field, message: 'must not be empty' })),
	);
});

test('names unknown values and the known ones', () => {
	const values = { ...shippedValues, body_4: 'x', order: 'y', old: '' };
	expect(problemsOf(() => buildTemplate({ now: NOW, definition: shipped, values }))).toEqual([
		{
			field: 'Template Variables',
			message:
				'"body_4" and "order" cannot be set: the variables of this template are header_1, body_1, body_2, body_3, button_0_url and button_1_payload',
		},
	]);
	const definition = parseDefinition(definitionOf({ type: 'BODY', text: 'Hello' }));
	expect(problemsOf(() => buildTemplate({ now: NOW, definition, values: { body_1: 'x' } }))).toEqual([
		{
			field: 'Template Variables',
			message: '"body_1" cannot be set: this template has no variables',
		},
	]);
});

test.each([
	['a line break', 'a\nb'],
	['a tab', 'a\tb'],
	['five spaces', 'a     b'],
])('refuses %s in a value', (_, body_2) => {
	const values = { ...shippedValues, body_2 };
	expect(problemsOf(() => buildTemplate({ now: NOW, definition: shipped, values }))).toEqual([
		{
			field: 'Body {{2}}: "…to ▢ today…" (e.g. Example Parcel)',
			message: 'must be one line, without tabs and without more than four spaces in a row',
		},
	]);
});

test('allows four spaces in a value', () => {
	const values = { ...shippedValues, body_2: 'a    b' };
	expect(problemsOf(() => buildTemplate({ now: NOW, definition: shipped, values }))).toEqual([]);
});

test('refuses an object as a value', () => {
	const values = { ...shippedValues, body_1: { name: 'Ana' } };
	expect(problemsOf(() => buildTemplate({ now: NOW, definition: shipped, values }))).toEqual([
		{
			field: 'Body {{1}}: "Hello ▢, your order was handed…" (e.g. Ana)',
			message: 'must be text, not an object',
		},
	]);
});

describe('header file', () => {
	const definition = parseDefinition(definitionOf({ type: 'HEADER', format: 'IMAGE' }));
	const field = 'Header Image (link, media ID or binary field)';
	const link = 'https://shop.example/a.png';

	test.each([
		[{ id: '7' }, { id: '7' }],
		[{ id: 7 }, { id: '7' }],
		[{ link }, { link }],
		[link, { link }],
		[` ${link} `, { link }],
		['1013859600285441', { id: '1013859600285441' }],
		[1013859600285441, { id: '1013859600285441' }],
	])('takes %j', (header_image, image) => {
		expect(buildTemplate({ now: NOW, definition, values: { header_image } }).template.components).toEqual([
			{ type: 'header', parameters: [{ type: 'image', image }] },
		]);
	});

	test('takes the file that the caller resolved instead of the value', () => {
		const media = { header_image: { id: '7' } };
		const components = [{ type: 'header', parameters: [{ type: 'image', image: { id: '7' } }] }];
		for (const values of [{}, { header_image: 'data' }]) {
			expect(buildTemplate({ now: NOW, definition, values, media }).template.components).toEqual(components);
		}
	});

	test.each([
		['data', '"data" is neither a link (https://…) nor a media ID (digits)'],
		['', 'must not be empty'],
		[{}, 'must not be empty; give a media ID or a link'],
		[{ link: 'a.png' }, '"a.png" is not a web address; write it with https://'],
		[['7'], 'must be text, not a list'],
	])('refuses %j', (header_image, message) => {
		expect(problemsOf(() => buildTemplate({ now: NOW, definition, values: { header_image } }))).toEqual([
			{ field, message },
		]);
	});
});
