import type { MediaKind } from '../../../../core/message/mediaRules';
import { buildMedia } from '../../../../core/message/media';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import type { ItemOperation } from '../../shared/operation';
import { readChoice, readString } from '../../shared/parameters';
import { NO_FILE, sendMessage } from './sendMessage';

const MEDIA_KINDS: readonly MediaKind[] = ['audio', 'document', 'image', 'sticker', 'video'];

export const sendMedia: ItemOperation = {
	value: 'sendMedia',
	name: 'Send Media',
	action: 'Send an image video audio or document',
	description: 'Send a file from a binary field, a media ID or a link',
	parallel: true,
	properties: [
		sender,
		recipient,
		{
			displayName: 'Media Type',
			name: 'mediaType',
			type: 'options',
			options: [
				{ name: 'Audio', value: 'audio' },
				{ name: 'Document', value: 'document' },
				{ name: 'Image', value: 'image' },
				{ name: 'Sticker', value: 'sticker' },
				{ name: 'Video', value: 'video' },
			],
			default: 'image',
		},
		{
			displayName: 'Media',
			name: 'media',
			type: 'string',
			default: 'data',
			required: true,
			placeholder: 'e.g. data',
			description: 'Name of an input binary field (uploaded for you), a media ID, or a link',
		},
		{
			displayName: 'Caption',
			name: 'caption',
			type: 'string',
			default: '',
			displayOptions: { show: { mediaType: ['document', 'image', 'video'] } },
			description: 'Text below the file, at most 1024 characters',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. invoice-1001.pdf',
			displayOptions: { show: { mediaType: ['document'] } },
			description: 'What the recipient sees; its ending chooses the icon. Empty: the name of the binary file.',
		},
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const kind = readChoice(n8n, { name: 'mediaType', itemIndex, field: 'Media Type', choices: MEDIA_KINDS });
		const value = readString(n8n, { name: 'media', itemIndex });
		const hasCaption = kind === 'image' || kind === 'video' || kind === 'document';
		const caption = hasCaption ? readString(n8n, { name: 'caption', itemIndex }) : '';
		const chosenName = kind === 'document' ? readString(n8n, { name: 'fileName', itemIndex }) : '';
		const binaryName = n8n.getInputData()[itemIndex]?.binary?.[value]?.fileName ?? '';
		const filename = kind === 'document' ? chosenName || binaryName : '';
		return await sendMessage(context, {
			to: 'anyone',
			media: { value, field: 'Media', kind },
			build: (source = NO_FILE) =>
				buildMedia({
					kind,
					source,
					...(caption === '' ? {} : { caption }),
					...(filename === '' ? {} : { filename }),
				}),
		});
	},
};
