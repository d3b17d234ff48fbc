/** Definitions as `GET /{waba}/message_templates` lists them. */

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
