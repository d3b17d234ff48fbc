import type { INodeProperties } from 'n8n-workflow';

const jsonExample = '[{"link": "https://…", "text": "…", "buttonText": "Buy", "url": "https://…"}]';
const repliesExample = '"quickReplies": [{"title": "Buy", "id": "buy-1"}]';

const quickReplies: INodeProperties = {
	displayName: 'Quick Replies',
	name: 'quickReplies',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Quick Reply',
	default: {},
	displayOptions: { show: { '/cardButtons': ['quickReplies'] } },
	description: 'Up to three, and equally many on all cards',
	options: [
		{
			displayName: 'Quick Reply',
			name: 'reply',
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. Learn more',
					description: 'At most 20 characters, unlike the other titles of the card',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. learn-mug-blue',
					description:
						'Comes back as replyId when the button is tapped, at most 256 characters. Empty: the title and the number of the card, such as "Learn more 2".',
				},
			],
		},
	],
};

const cards: INodeProperties = {
	displayName: 'Cards',
	name: 'cards',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Card',
	default: {},
	required: true,
	displayOptions: { show: { specifyCards: ['fields'] } },
	description: 'Two to ten cards',
	options: [
		{
			displayName: 'Card',
			name: 'card',
			values: [
				{
					displayName: 'Link',
					name: 'link',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. https://shop.example/mug.jpg',
					description: 'Public address of the picture or video; Meta takes no uploaded file here',
				},
				{
					displayName: 'Text',
					name: 'text',
					type: 'string',
					typeOptions: { rows: 2 },
					default: '',
					placeholder: 'e.g. *Blue mug*, 12.50',
					description: 'At most 160 characters and two line breaks',
				},
				{
					displayName: 'Button Text',
					name: 'buttonText',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. Buy',
					displayOptions: { show: { '/cardButtons': ['url'] } },
					description: 'At most 20 characters',
				},
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. https://shop.example/mug',
					displayOptions: { show: { '/cardButtons': ['url'] } },
				},
				quickReplies,
			],
		},
	],
};

/** The cards of a media carousel: what is the same on all of them, then each. */
export const mediaCards: INodeProperties[] = [
	{
		displayName: 'Card Media',
		name: 'cardMedia',
		type: 'options',
		default: 'image',
		options: [
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
		description: 'What stands on top of every card',
	},
	{
		displayName: 'Card Buttons',
		name: 'cardButtons',
		type: 'options',
		default: 'url',
		options: [
			{ name: 'Quick Replies', value: 'quickReplies', description: 'Buttons that answer, equally many on every card' },
			{ name: 'URL', value: 'url', description: 'One button on every card that opens a web page' },
		],
	},
	{
		displayName: 'Specify Cards',
		name: 'specifyCards',
		type: 'options',
		default: 'fields',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json', description: 'For a number of cards that differs from item to item' },
		],
	},
	cards,
	{
		displayName: 'Cards (JSON)',
		name: 'cardsJson',
		type: 'json',
		default: '[]',
		required: true,
		placeholder: 'e.g. {{ $json.cards }}',
		displayOptions: { show: { specifyCards: ['json'] } },
		description: `List of two to ten cards with the fields of a card above, such as ${jsonExample}. Quick replies: ${repliesExample}.`,
	},
];
