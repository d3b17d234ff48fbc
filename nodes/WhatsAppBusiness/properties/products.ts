import type { INodeProperties } from 'n8n-workflow';

export const catalogId: INodeProperties = {
	displayName: 'Catalog ID',
	name: 'catalogId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 194836987003835',
	description: 'Catalog in Commerce Manager that is connected to the WhatsApp Business Account',
};

export const productId: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. mug-blue-01',
	description: 'The content ID of the product in the catalog, often its SKU',
};

/** A list as people type it, or as an expression gives it. */
export const productIds: INodeProperties = {
	displayName: 'Product IDs',
	name: 'productIds',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. mug-blue-01, mug-red-01',
	description: 'Content IDs of the products in the catalog, with commas between them, or an expression that gives a list',
};
