import { buildOrderDetails } from '../../../../core/message/order/details';
import { interactiveBody, interactiveFooter } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { orderExtras } from '../../properties/orderExtras';
import { orderItems } from '../../properties/orderItems';
import { orderPayment } from '../../properties/orderPayment';
import { orderReference } from '../../properties/orderReference';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { readOrder } from './readOrder';
import { NO_FILE, sendMessage } from './sendMessage';

export const sendOrderDetails: ItemOperation = {
	value: 'sendOrderDetails',
	name: 'Send Order Details',
	action: 'Send an order to pay',
	description: 'Send a bill that the recipient reviews and pays inside WhatsApp (Brazil and India)',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		{
			displayName: 'Header Image',
			name: 'headerImage',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://shop.example/order.png',
			description:
				'Link, media ID, or the name of an input binary field, which is then uploaded. Empty: the picture of the first product that has one.',
		},
		interactiveBody,
		interactiveFooter,
		{
			...orderReference,
			description:
				'ID of the order: English letters, digits, underscores, dashes and dots; at most 60 characters in Brazil, 35 in India. Every message needs another one, even about the same order.',
		},
		{
			displayName: 'Goods',
			name: 'goods',
			type: 'options',
			default: 'physical-goods',
			options: [
				{ name: 'Digital', value: 'digital-goods' },
				{ name: 'Physical', value: 'physical-goods' },
			],
		},
		...orderPayment,
		...orderItems,
		...orderExtras,
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const body = readString(n8n, { name: 'body', itemIndex });
		const footer = readString(n8n, { name: 'footer', itemIndex });
		const image = readString(n8n, { name: 'headerImage', itemIndex });
		const clock = { now: new Date(), zone: n8n.getTimezone() };
		if (image === '') {
			return await sendMessage(context, {
				build: () => buildOrderDetails({ body, footer, order: readOrder(context), clock }),
			});
		}
		return await sendMessage(context, {
			media: { value: image, field: 'Header Image', kind: 'image' },
			build: (headerImage = NO_FILE) => buildOrderDetails({ headerImage, body, footer, order: readOrder(context), clock }),
		});
	},
};
