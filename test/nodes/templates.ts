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

/** Header with a picture, positional body; carousel of two cards with a picture, a text and a URL suffix each. */
export const offers: IDataObject = {
	name: 'offers',
	language: 'en_US',
	category: 'MARKETING',
	components: [
		{ type: 'BODY', text: 'Hi {{1}}, these are for you.', example: { body_text: [['Ana']] } },
		{
			type: 'CAROUSEL',
			cards: [1, 2].map(() => ({
				components: [
					{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::sample'] } },
					{ type: 'BODY', text: 'Now for {{1}} only.', example: { body_text: [['5 €']] } },
					{
						type: 'BUTTONS',
						buttons: [{ type: 'URL', text: 'Buy', url: 'https://shop.example/p/{{1}}', example: ['https://shop.example/p/mug'] }],
					},
				],
			})),
		},
	],
};

/** An authentication template with a copy-code button. */
export const passcode: IDataObject = {
	name: 'passcode',
	language: 'en_US',
	category: 'AUTHENTICATION',
	components: [
		{ type: 'BODY', add_security_recommendation: true },
		{ type: 'FOOTER', code_expiration_minutes: 5 },
		{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
	],
};

/** An offer that ends, with a code to copy. */
export const sale: IDataObject = {
	name: 'spring_sale',
	language: 'en_US',
	category: 'MARKETING',
	components: [
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Spring sale', has_expiration: true } },
		{ type: 'BODY', text: 'A quarter off everything until Sunday.' },
		{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: ['SPRING25'] }] },
	],
};

/** Each of the buttons that take an action, in a template of its own. */
export const withButton = (name: string, button: IDataObject): IDataObject => ({
	name,
	language: 'en_US',
	category: 'MARKETING',
	components: [
		{ type: 'BODY', text: 'Have a look at this.' },
		{ type: 'BUTTONS', buttons: [button] },
	],
});
