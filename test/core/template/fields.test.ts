import { parseDefinition } from '../../../core/template/definition';
import { templateFields } from '../../../core/template/fields';
import { definitionOf, invoiceReady, orderShipped } from './definitions';

test('lists the fields of a positional template in reading order', () => {
	expect(templateFields(parseDefinition(orderShipped))).toEqual([
		{
			id: 'header_1',
			label: 'Header {{1}}: "Order ▢ is on its way" (e.g. 1001)',
			hint: 'Text that takes the place of {{1}} in the header, for example "1001"',
			example: '1001',
			required: true,
			kind: 'text',
		},
		{
			id: 'body_1',
			label: 'Body {{1}}: "Hello ▢, your order was handed…" (e.g. Ana)',
			hint: 'Text that takes the place of {{1}} in the body, for example "Ana"',
			example: 'Ana',
			required: true,
			kind: 'text',
		},
		{
			id: 'body_2',
			label: 'Body {{2}}: "…to ▢ today…" (e.g. Example Parcel)',
			hint: 'Text that takes the place of {{2}} in the body, for example "Example Parcel"',
			example: 'Example Parcel',
			required: true,
			kind: 'text',
		},
		{
			id: 'body_3',
			label: 'Body {{3}}: "…and should reach you by ▢." (e.g. 4 May)',
			hint: 'Text that takes the place of {{3}} in the body, for example "4 May"',
			example: '4 May',
			required: true,
			kind: 'text',
		},
		{
			id: 'button_0_url',
			label: 'Button 1 "Track order" URL Ending (e.g. 1001)',
			hint: 'What follows https://shop.example/track/ in the address',
			example: '1001',
			required: true,
			kind: 'urlSuffix',
		},
		{
			id: 'button_1_payload',
			label: 'Button 2 "Stop updates" Payload (optional)',
			hint: 'Text that comes back when the button is tapped; the text of the button when left empty',
			required: false,
			kind: 'payload',
		},
	]);
});

test('lists the fields of a named template with a document', () => {
	expect(templateFields(parseDefinition(invoiceReady))).toEqual([
		{
			id: 'header_document',
			label: 'Header Document (link, media ID or binary field)',
			hint: 'Address of a public document, ID of an uploaded one, or name of an input binary field',
			required: true,
			kind: 'media',
			mediaKind: 'document',
		},
		{
			id: 'header_document_filename',
			label: 'Header Document File Name (optional)',
			hint: 'Name that the recipient sees; its ending chooses the icon',
			required: false,
			kind: 'filename',
		},
		{
			id: 'body_invoice_number',
			label: 'Body {{invoice_number}}: "Rechnung ▢ über…" (e.g. R-7)',
			hint: 'Text that takes the place of {{invoice_number}} in the body, for example "R-7"',
			example: 'R-7',
			required: true,
			kind: 'text',
		},
		{
			id: 'body_total',
			label: 'Body {{total}}: "…über ▢ für…" (e.g. 12,00 €)',
			hint: 'Text that takes the place of {{total}} in the body, for example "12,00 €"',
			example: '12,00 €',
			required: true,
			kind: 'text',
		},
	]);
});

test.each([
	['IMAGE', 'image'],
	['video', 'video'],
])('asks for the file of the header %s', (format, kind) => {
	const fields = templateFields(parseDefinition(definitionOf({ type: 'HEADER', format })));
	expect(fields).toEqual([
		expect.objectContaining({
			id: `header_${kind}`,
			kind: 'media',
			mediaKind: kind,
			required: true,
		}),
	]);
});

test('counts buttons by their position in the definition', () => {
	const buttons = [
		{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+15550100200' },
		{ type: 'URL', text: 'Shop', url: 'https://shop.example' },
		{ type: 'COPY_CODE', example: ['SPRING25'] },
	];
	expect(templateFields(parseDefinition(definitionOf({ type: 'BUTTONS', buttons })))).toEqual([
		{
			id: 'button_2_code',
			label: 'Button 3 Coupon Code (e.g. SPRING25)',
			hint: 'Code that the button copies: at most 20 letters and digits',
			example: 'SPRING25',
			required: true,
			kind: 'code',
		},
	]);
});

test('has no fields where nothing varies', () => {
	const definition = definitionOf({ type: 'BODY', text: 'Hello' }, { type: 'FOOTER', text: 'Bye' });
	expect(templateFields(parseDefinition(definition))).toEqual([]);
});
