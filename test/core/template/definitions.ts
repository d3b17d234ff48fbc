import { buildTemplate } from '../../../core/template/build';
import { parseDefinition } from '../../../core/template/definition';
import { templateFields } from '../../../core/template/fields';

/** Definitions as `GET /{waba}/message_templates` lists them. */

/** The time at which the messages of the tests are made. */
export const NOW = new Date('2026-05-04T10:00:00Z');

export const orderShipped = {
	id: '594425479261596',
	name: 'order_shipped',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	parameter_format: 'POSITIONAL',
	components: [
		{
			type: 'HEADER',
			format: 'TEXT',
			text: 'Order {{1}} is on its way',
			example: { header_text: ['1001'] },
		},
		{
			type: 'BODY',
			text: 'Hello {{1}}, your order was handed to {{2}} today and should reach you by {{3}}.',
			example: { body_text: [['Ana', 'Example Parcel', '4 May']] },
		},
		{ type: 'FOOTER', text: 'Shop Example' },
		{
			type: 'BUTTONS',
			buttons: [
				{
					type: 'URL',
					text: 'Track order',
					url: 'https://shop.example/track/{{1}}',
					example: ['https://shop.example/track/1001'],
				},
				{ type: 'QUICK_REPLY', text: 'Stop updates' },
			],
		},
	],
};

export const invoiceReady = {
	id: '2',
	name: 'invoice_ready',
	language: 'de',
	status: 'APPROVED',
	category: 'UTILITY',
	parameter_format: 'NAMED',
	components: [
		{ type: 'HEADER', format: 'DOCUMENT', example: { header_handle: ['https://cdn.example/x'] } },
		{
			type: 'BODY',
			text: 'Rechnung {{invoice_number}} über {{total}} für {{ invoice_number }} liegt bei.',
			example: {
				body_text_named_params: [
					{ param_name: 'total', example: '12,00 €' },
					{ param_name: 'invoice_number', example: 'R-7' },
				],
			},
		},
	],
};

/** A definition with the given components and nothing else of interest. */
export function definitionOf(...components: object[]) {
	return { name: 'some_template', language: 'en', category: 'MARKETING', components };
}

/** The components of a message of these components and values; for tests of one part. */
export function sent(components: object[], values: Record<string, unknown>, category = 'MARKETING') {
	const definition = parseDefinition({ ...definitionOf(...components), category });
	return buildTemplate({ now: NOW, zone: 'Europe/Berlin', definition, values }).template.components;
}

/** The fields' IDs and labels, and whether they are required, as `id*` for a required one. */
export function form(components: object[], category = 'MARKETING') {
	const definition = parseDefinition({ ...definitionOf(...components), category });
	return templateFields(definition).map(({ id, label, required }) => `${id}${required ? '*' : ''}: ${label}`);
}
