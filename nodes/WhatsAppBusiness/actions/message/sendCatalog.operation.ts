import { buildCatalog } from '../../../../core/message/catalog';
import { interactiveBody, interactiveFooter } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const sendCatalog: ItemOperation = {
	value: 'sendCatalog',
	name: 'Send Catalog',
	action: 'Send the catalog',
	description: 'Send a text with a button that opens the catalog of your business on WhatsApp',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		interactiveBody,
		interactiveFooter,
		{
			displayName: 'Thumbnail Product ID',
			name: 'thumbnailProductId',
			type: 'string',
			default: '',
			placeholder: 'e.g. mug-blue-01',
			description: 'Content ID of the product whose picture is shown. Empty: the first product of the catalog.',
		},
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const catalog = {
			body: readString(n8n, { name: 'body', itemIndex }),
			footer: readString(n8n, { name: 'footer', itemIndex }),
			thumbnailProductId: readString(n8n, { name: 'thumbnailProductId', itemIndex }),
		};
		return await sendMessage(context, { build: () => buildCatalog(catalog) });
	},
};
