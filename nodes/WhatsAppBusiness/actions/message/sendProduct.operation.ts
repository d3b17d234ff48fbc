import { buildProduct } from '../../../../core/message/product';
import { interactiveBody, interactiveFooter } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { catalogId, productId } from '../../properties/products';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const sendProduct: ItemOperation = {
	value: 'sendProduct',
	name: 'Send Product',
	action: 'Send a product',
	description: 'Send one product of your catalog with its picture and price, which the recipient can put into the cart',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		catalogId,
		productId,
		{ ...interactiveBody, required: false, description: 'Text below the product, at most 1024 characters' },
		interactiveFooter,
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const product = {
			catalogId: readString(n8n, { name: 'catalogId', itemIndex }),
			productId: readString(n8n, { name: 'productId', itemIndex }),
			body: readString(n8n, { name: 'body', itemIndex }),
			footer: readString(n8n, { name: 'footer', itemIndex }),
		};
		return await sendMessage(context, { build: () => buildProduct(product) });
	},
};
