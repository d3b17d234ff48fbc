import type { World } from '../host/world';

/** How a node sends: its type, its parameters, and the credential that it uses. */
export interface Contender {
	type: string;
	typeVersion: number;
	credentialType: string;
	credential: keyof World['credentials'];
	parameters: Record<string, unknown>;
}

/** The package's node with an operation of the resource Message. */
export function ours(phoneNumberId: string, parameters: Record<string, unknown>): Contender {
	return {
		type: 'n8n-nodes-whatsapp-journeys.whatsAppBusiness',
		typeVersion: 1,
		credentialType: 'whatsAppBusinessPlatformApi',
		credential: 'ours',
		parameters: {
			resource: 'message',
			phoneNumberId: { __rl: true, mode: 'id', value: phoneNumberId },
			to: '={{ $json.to }}',
			...parameters,
		},
	};
}

/** n8n's own WhatsApp Business Cloud node. */
export function peer(phoneNumberId: string, parameters: Record<string, unknown>): Contender {
	return {
		type: 'n8n-nodes-base.whatsApp',
		typeVersion: 1.1,
		credentialType: 'whatsAppApi',
		credential: 'peer',
		parameters: { resource: 'message', phoneNumberId, recipientPhoneNumber: '={{ $json.to }}', ...parameters },
	};
}

/** As fast as the sandbox takes it; the number's own limit is off. */
const UNLIMITED = { messagesPerMinute: 60_000, concurrency: 100 };

/** A text to each item's recipient. */
export function textContenders(phoneNumberId: string, options: object = UNLIMITED) {
	return {
		ours: ours(phoneNumberId, { operation: 'sendText', text: '={{ $json.text }}', options }),
		peer: peer(phoneNumberId, { operation: 'send', messageType: 'text', textBody: '={{ $json.text }}' }),
	};
}

/** The template of the row `template-1000`: image header, three variables, two buttons. */
export const TEMPLATE = {
	name: 'bench_order',
	language: 'en_US',
	category: 'UTILITY',
	parameter_format: 'POSITIONAL',
	components: [
		{ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://cdn.example/parcel.png'] } },
		{
			type: 'BODY',
			text: 'Hello {{1}}, your order {{2}} reaches you by {{3}}.',
			example: { body_text: [['Ana', '1001', '4 May']] },
		},
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

const IMAGE_LINK = 'https://cdn.example/parcel.png';

const peerComponents = [
	{ type: 'header', headerParameters: { parameter: [{ type: 'image', imageLink: IMAGE_LINK }] } },
	{
		type: 'body',
		bodyParameters: {
			parameter: ['name', 'order', 'day'].map((field) => ({ type: 'text', text: `={{ $json.${field} }}` })),
		},
	},
	{
		type: 'button',
		sub_type: 'url',
		index: 0,
		buttonParameters: { parameter: { type: 'text', text: '={{ $json.order }}' } },
	},
	{
		type: 'button',
		sub_type: 'quick_reply',
		index: 1,
		buttonParameters: { parameter: { type: 'payload', payload: 'STOP_UPDATES' } },
	},
];

/** {@link TEMPLATE} to each item's recipient. */
export function templateContenders(phoneNumberId: string) {
	const variables = {
		header_image: IMAGE_LINK,
		body_1: '={{ $json.name }}',
		body_2: '={{ $json.order }}',
		body_3: '={{ $json.day }}',
		button_0_url: '={{ $json.order }}',
		button_1_payload: 'STOP_UPDATES',
	};
	const template = `${TEMPLATE.name}|${TEMPLATE.language}`;
	return {
		ours: ours(phoneNumberId, {
			operation: 'sendTemplate',
			template: { __rl: true, mode: 'name', value: template },
			templateVariables: { mappingMode: 'defineBelow', value: variables },
			options: UNLIMITED,
		}),
		peer: peer(phoneNumberId, {
			operation: 'sendTemplate',
			template,
			components: { component: peerComponents },
		}),
	};
}

/** The item's binary file as a document. */
export function documentContenders(phoneNumberId: string) {
	return {
		ours: ours(phoneNumberId, {
			operation: 'sendMedia',
			mediaType: 'document',
			media: 'data',
			options: UNLIMITED,
		}),
		peer: peer(phoneNumberId, {
			operation: 'send',
			messageType: 'document',
			mediaPath: 'useMedian8n',
			mediaPropertyName: 'data',
		}),
	};
}
