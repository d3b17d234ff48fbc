import type { IDataObject } from 'n8n-workflow';

/** Positional body, text header with a variable, footer; URL suffix and quick reply. */
export const shipped: IDataObject = {
	name: 'order_shipped',
	language: 'en_US',
	category: 'UTILITY',
	parameter_format: 'POSITIONAL',
	components: [
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['#1001'] } },
		{
			type: 'BODY',
			text: 'Hi {{1}}, your order is on its way with {{2}}. Follow it below.',
			example: { body_text: [['Ana', 'DHL']] },
		},
		{ type: 'FOOTER', text: 'Sunny Shop' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'URL', text: 'Track parcel', url: 'https://shop.example/t/{{1}}', example: ['https://shop.example/t/JD01'] },
				{ type: 'QUICK_REPLY', text: 'Stop updates' },
			],
		},
	],
};

/** Named body, document header. */
export const invoice: IDataObject = {
	name: 'order_invoice',
	language: 'en_US',
	category: 'UTILITY',
	parameter_format: 'NAMED',
	components: [
		{ type: 'HEADER', format: 'DOCUMENT', example: { header_handle: ['4::sample'] } },
		{
			type: 'BODY',
			text: 'Hi {{first_name}}, here is the invoice of {{order_number}}.',
			example: {
				body_text_named_params: [
					{ param_name: 'first_name', example: 'Ana' },
					{ param_name: 'order_number', example: '#1001' },
				],
			},
		},
	],
};

/** Nothing to fill in. */
export const greeting = (changes: IDataObject = {}): IDataObject => ({
	name: 'greeting',
	language: 'en_US',
	category: 'MARKETING',
	components: [{ type: 'BODY', text: 'Welcome to our shop.' }],
	...changes,
});
