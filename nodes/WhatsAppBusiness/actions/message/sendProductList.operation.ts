import { buildProductList } from '../../../../core/message/productList';
import { interactiveBody, interactiveFooter } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { catalogId } from '../../properties/products';
import { productSections } from '../../properties/productSections';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readRows, readString, textOf } from '../../shared/parameters';
import { entriesOf } from './readList';
import { sendMessage } from './sendMessage';

export const sendProductList: ItemOperation = {
	value: 'sendProductList',
	name: 'Send Product List',
	action: 'Send a list of products',
	description: 'Send up to thirty products of your catalog in sections, which the recipient can put into the cart',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Picked for you',
			description: 'At most 60 characters',
		},
		interactiveBody,
		interactiveFooter,
		catalogId,
		productSections,
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const list = {
			headerText: readString(n8n, { name: 'headerText', itemIndex }),
			body: readString(n8n, { name: 'body', itemIndex }),
			footer: readString(n8n, { name: 'footer', itemIndex }),
			catalogId: readString(n8n, { name: 'catalogId', itemIndex }),
			sections: readRows(n8n, { name: 'productSections.section', itemIndex }).map((section) => ({
				title: textOf(section.title),
				productIds: entriesOf(section.productIds),
			})),
		};
		return await sendMessage(context, { build: () => buildProductList(list) });
	},
};
