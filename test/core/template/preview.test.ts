import { buildTemplate } from '../../../core/template/build';
import { parseDefinition } from '../../../core/template/definition';
import { previewTemplate, previewText } from '../../../core/template/preview';
import { definitionOf, invoiceReady, NOW, orderShipped } from './definitions';

function preview(json: object, values: Record<string, unknown>) {
	const definition = parseDefinition(json);
	return previewTemplate({ definition, message: buildTemplate({ now: NOW, definition, values }) });
}

const shippedValues = { header_1: 7, body_1: 'Ana', body_2: 'DHL', body_3: '4 May', button_0_url: '7', button_1_payload: 'STOP' };

test('fills header, body and buttons', () => {
	const shown = preview(orderShipped, shippedValues);
	expect(shown).toEqual({
		header: 'Order 7 is on its way',
		body: 'Hello Ana, your order was handed to DHL today and should reach you by 4 May.',
		footer: 'Shop Example',
		buttons: [
			{ type: 'URL', text: 'Track order', value: 'https://shop.example/track/7' },
			{ type: 'QUICK_REPLY', text: 'Stop updates', value: 'STOP' },
		],
	});
	expect(previewText(shown)).toBe(
		[
			'Order 7 is on its way',
			'Hello Ana, your order was handed to DHL today and should reach you by 4 May.',
			'Shop Example',
			'[Track order] https://shop.example/track/7\n[Stop updates] STOP',
		].join('\n\n'),
	);
});

test.each([
	[{ header_document: { id: '11' }, header_document_filename: 'R-7.pdf' }, '[document: R-7.pdf]'],
	[{ header_document: { id: '11' } }, '[document: 11]'],
	[{ header_document: 'https://shop.example/r.pdf' }, '[document: https://shop.example/r.pdf]'],
])('names the file of %j', (file, header) => {
	expect(preview(invoiceReady, { ...file, body_invoice_number: 'R-7', body_total: '5 €' })).toEqual({
		header,
		body: 'Rechnung R-7 über 5 € für R-7 liegt bei.',
	});
});

test.each([
	['IMAGE', { header_image: 'https://a.example/b.png' }, '[image: https://a.example/b.png]'],
	['VIDEO', { header_video: '1234567' }, '[video: 1234567]'],
	['PRODUCT', { header_product_id: 'A1', header_catalog_id: '7' }, '[product: A1]'],
	['LOCATION', { header_latitude: 1, header_longitude: 2, header_location_name: 'Gate' }, '[location: Gate, 1, 2]'],
])('names a header of the format %s', (format, values, header) => {
	expect(preview(definitionOf({ type: 'HEADER', format }), values).header).toBe(header);
});

test('shows codes, numbers and the end of an offer', () => {
	const components = [
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now', has_expiration: true } },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'COPY_CODE', example: ['X'] },
				{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100200' },
				{ type: 'SPM', text: 'View' },
			],
		},
	];
	const shown = preview(definitionOf(...components), { limited_time_offer_end: '2026-06-01', button_0_code: 'SPRING' });
	expect(shown).toEqual({
		offerEnds: '2026-06-01T00:00:00.000Z',
		buttons: [
			{ type: 'COPY_CODE', text: '', value: 'SPRING' },
			{ type: 'PHONE_NUMBER', text: 'Call', value: '+15550100200' },
			{ type: 'SPM', text: 'View' },
		],
	});
	expect(previewText(shown)).toBe('[offer ends 2026-06-01T00:00:00.000Z]\n\n[COPY_CODE] SPRING\n[Call] +15550100200\n[View]');
});

test('shows a one-time password and how long it works', () => {
	const definition = {
		...definitionOf(
			{ type: 'BODY', add_security_recommendation: true },
			{ type: 'FOOTER', code_expiration_minutes: 5 },
			{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' }] },
		),
		category: 'AUTHENTICATION',
	};
	expect(preview(definition, { body_1: '123456' })).toEqual({
		body: '123456',
		footer: 'This code expires in 5 minutes.',
		buttons: [{ type: 'OTP', text: 'Copy', value: '123456' }],
	});
});

test('shows the cards of a carousel', () => {
	const card = { components: [{ type: 'BODY', text: 'Now {{1}}' }] };
	const shown = preview(definitionOf({ type: 'BODY', text: 'Sale' }, { type: 'CAROUSEL', cards: [card, card] }), {
		card_0_body_1: '5 €',
		card_1_body_1: '9 €',
	});
	expect(shown).toEqual({ body: 'Sale', cards: [{ body: 'Now 5 €' }, { body: 'Now 9 €' }] });
	expect(previewText(shown)).toBe('Sale\n\nCard 1\nNow 5 €\n\nCard 2\nNow 9 €');
});

test('shows the added cards of a product carousel', () => {
	const components = [{ type: 'HEADER', format: 'PRODUCT' }];
	const shown = preview(definitionOf({ type: 'CAROUSEL', cards: [{ components }, { components }] }), {
		carousel_catalog_id: '7',
		card_0_header_product_id: 'A',
		card_1_header_product_id: 'B',
		card_2_header_product_id: 'C',
	});
	expect(shown.cards?.map(({ header }) => header)).toEqual(['[product: A]', '[product: B]', '[product: C]']);
});
