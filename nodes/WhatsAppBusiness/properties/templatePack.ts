import type { INodeProperties } from 'n8n-workflow';

/** Where template definitions come from; `packs` are the names of the bundled ones. */
export function packSource({ packs, more = [] }: { packs: Array<{ name: string; value: string }>; more?: Array<{ name: string; value: string; description: string }> }): INodeProperties[] {
	return [
		{
			displayName: 'Templates From',
			name: 'source',
			type: 'options',
			options: [
				...more,
				{ name: 'File', value: 'file', description: "A journey's file of templates, in a binary field" },
				{ name: 'JSON', value: 'json', description: 'Pasted, or from an expression' },
				{ name: 'Journey', value: 'journey', description: 'The templates of a journey of this package' },
			],
			default: 'journey',
		},
		{
			displayName: 'Journey',
			name: 'pack',
			type: 'options',
			options: packs,
			default: 'order-updates',
			displayOptions: { show: { source: ['journey'] } },
			description: 'The journey whose templates are meant',
		},
		{
			displayName: 'Templates (JSON)',
			name: 'templatesJson',
			type: 'json',
			default: '[]',
			displayOptions: { show: { source: ['json'] } },
			description: "A list of definitions as Meta's API takes them, or one of them; the content of a journey's file of templates",
		},
		{
			displayName: 'Input Binary Field',
			name: 'binaryField',
			type: 'string',
			default: 'data',
			placeholder: 'e.g. data',
			hint: 'The name of the input binary field with the JSON file',
			displayOptions: { show: { source: ['file'] } },
		},
	];
}

/** Only some of a pack's languages. */
export const packLanguages: INodeProperties = {
	displayName: 'Only Languages',
	name: 'languages',
	type: 'string',
	default: '',
	placeholder: 'e.g. en_US, pt_BR',
	description: 'Languages to take, separated by commas; pt takes pt_BR too. Empty: all.',
};

/** The shop that takes the place of the one in the journeys' templates. */
export const packShop: INodeProperties[] = [
	{
		displayName: 'Shop Address',
		name: 'shopAddress',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com',
		description: "Takes the place of https://sunny-shop.example, the shop of the journeys' templates, in buttons and texts",
	},
	{
		displayName: 'Shop Name',
		name: 'shopName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Bright Store',
		description: "Takes the place of Sunny Shop, the name in the journeys' templates",
	},
	{
		displayName: 'Tracking Address',
		name: 'trackingAddress',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/tracking-page?t=',
		description: 'What stands before the tracking number in buttons: the Tracking Page of the journeys, or the page of your carrier',
	},
];
