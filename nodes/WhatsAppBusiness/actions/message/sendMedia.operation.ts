import type { MediaKind } from '../../../../core/message/mediaRules';
import { buildMedia } from '../../../../core/message/media';
import { VOICE_HEAD_BYTES, type VoiceFile } from '../../../../core/message/voice';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readBoolean, readChoice, readString } from '../../shared/parameters';
import { findInputFile, headOf } from '../../transport/media/inputFile';
import { NO_FILE, sendMessage } from './sendMessage';

const MEDIA_KINDS: readonly MediaKind[] = ['audio', 'document', 'image', 'sticker', 'video'];

/** The name that was typed, else that of the binary file. */
async function readFileName(context: OperationContext, media: string): Promise<string> {
	const chosen = readString(context.n8n, { name: 'fileName', itemIndex: context.itemIndex });
	return chosen === '' ? ((await findInputFile(context, media))?.fileName ?? '') : chosen;
}

/** The file in the binary field of that name; undefined for an ID or a link. */
async function readVoiceFile(context: OperationContext, media: string): Promise<VoiceFile | undefined> {
	const file = await findInputFile(context, media);
	if (file === undefined) return undefined;
	const head = await context.run.once(`voice ${file.key}`, async () => await headOf(file, VOICE_HEAD_BYTES));
	return { mimeType: file.mimeType, fileName: file.fileName, head };
}

export const sendMedia: ItemOperation = {
	value: 'sendMedia',
	name: 'Send Media',
	action: 'Send an image video audio sticker or document',
	description: 'Send a file from a binary field, a media ID or a link',
	outputs: gateOutputs,
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
			placeholder: 'e.g. Your invoice',
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
		{
			displayName: 'Voice Message',
			name: 'voice',
			type: 'boolean',
			default: false,
			displayOptions: { show: { mediaType: ['audio'] } },
			description:
				'Whether to show the audio as a voice message. Needs an .ogg file with Opus and one channel; over 512 KB the recipient must download it before playing.',
		},
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const kind = readChoice(n8n, { name: 'mediaType', itemIndex, field: 'Media Type', choices: MEDIA_KINDS });
		const value = readString(n8n, { name: 'media', itemIndex });
		const hasCaption = kind === 'image' || kind === 'video' || kind === 'document';
		const caption = hasCaption ? readString(n8n, { name: 'caption', itemIndex }) : '';
		const voice = kind === 'audio' && readBoolean(n8n, { name: 'voice', itemIndex });
		return await sendMessage(context, {
			to: 'anyone',
			media: { value, field: 'Media', kind },
			async build(source = NO_FILE) {
				const filename = kind === 'document' ? await readFileName(context, value) : '';
				return buildMedia({
					kind,
					source,
					...(caption === '' ? {} : { caption }),
					...(filename === '' ? {} : { filename }),
					...(voice ? { voice, voiceFile: await readVoiceFile(context, value) } : {}),
				});
			},
		});
	},
};
