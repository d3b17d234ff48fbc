import type { INodeProperties } from 'n8n-workflow';

const jsonExample = '[{"id": "mug-1", "name": "Mug", "amount": "12.34", "saleAmount": "9.99", "quantity": 2}]';
const amountHint = 'In currency units, such as 12.34';

/** In reading order. */
const itemFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Blue mug',
		description: 'At most 60 characters',
	},
	{
		displayName: 'ID',
		name: 'id',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. mug-blue-01',
		description: 'ID of the article in your shop; the content ID if the order names a catalog',
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'A whole number from 1 up',
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 12.34',
		description: 'Price of one in currency units',
	},
	{
		displayName: 'Sale Amount',
		name: 'saleAmount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 9.99',
		description: 'Reduced price of one, below the amount; it is the one that counts',
	},
];

const items: INodeProperties = {
	displayName: 'Items',
	name: 'items',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Item',
	default: {},
	required: true,
	displayOptions: { show: { specifyItems: ['fields'] } },
	description: 'What is bought; use JSON for a number of items that differs from order to order',
	options: [
		{
			displayName: 'Item',
			name: 'item',
			values: itemFields,
		},
	],
};

/** What is bought, and what comes on top of it. */
export const orderItems: INodeProperties[] = [
	{
		displayName: 'Specify Items',
		name: 'specifyItems',
		type: 'options',
		default: 'fields',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json', description: 'For the line items of a shop, as many as there are' },
		],
	},
	items,
	{
		displayName: 'Items (JSON)',
		name: 'itemsJson',
		type: 'json',
		default: '[]',
		required: true,
		placeholder: 'e.g. {{ $json.items }}',
		displayOptions: { show: { specifyItems: ['json'] } },
		description: `List of items such as ${jsonExample}; saleAmount may be left out`,
	},
	{
		displayName: 'Tax',
		name: 'tax',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1.20',
		description: `${amountHint}. Empty: none.`,
	},
	{
		displayName: 'Shipping',
		name: 'shipping',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4.90',
		description: `${amountHint}. Empty: none is shown.`,
	},
	{
		displayName: 'Discount',
		name: 'discount',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5.00',
		description: `${amountHint}, without a minus. Empty: none is shown.`,
	},
	{
		displayName: 'Total',
		name: 'total',
		type: 'string',
		default: '',
		placeholder: 'e.g. 13.44',
		description:
			'What the shop says the total is. When it is not what items, tax and shipping less the discount make, nothing is sent. Empty: not compared.',
	},
];
