import { buildProductCarousel } from '../../../../core/message/productCarousel';
import { interactiveBody } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { catalogId, productIds } from '../../properties/products';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { entriesOf } from './readList';
import { sendMessage } from './sendMessage';

export const sendProductCarousel: ItemOperation = {
	value: 'sendProductCarousel',
	name: 'Send Product Carousel',
	action: 'Send a carousel of products',
	description: 'Send two to ten products of your catalog as cards to swipe through',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		interactiveBody,
		catalogId,
		{
			...productIds,
			description:
				'Content IDs of two to ten products in the catalog, with commas between them, or an expression that gives a list',
		},
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const carousel = {
			body: readString(n8n, { name: 'body', itemIndex }),
			catalogId: readString(n8n, { name: 'catalogId', itemIndex }),
			productIds: entriesOf(n8n.getNodeParameter('productIds', itemIndex, '')),
		};
		return await sendMessage(context, { build: () => buildProductCarousel(carousel) });
	},
};
