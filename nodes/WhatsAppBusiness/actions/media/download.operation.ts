import { mediaId } from '../../properties/mediaId';
import type { ItemOperation } from '../../shared/operation';
import { readString, textOf } from '../../shared/parameters';
import { downloadMedia, getMedia } from '../../transport/media';
import { readMediaId } from './readMediaId';

export const download: ItemOperation = {
	value: 'download',
	name: 'Download',
	action: 'Download a media file',
	description: 'Get the file behind a media ID as binary data',
	properties: [
		mediaId,
		{
			displayName: 'Put Output File in Field',
			name: 'binaryField',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output binary field to put the file in',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			description: 'Empty: the media ID with the ending of its type',
		},
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const id = readMediaId(context);
		const media = await getMedia(n8n, { mediaId: id, phoneNumberId: '' });
		const binaryField = readString(n8n, { name: 'binaryField', itemIndex });
		const chosenName = readString(n8n, { name: 'fileName', itemIndex });
		const mimeType = textOf(media.mime_type)?.split(';')[0];
		const binary = await downloadMedia(n8n, {
			url: String(media.url ?? ''),
			fileName: chosenName === '' ? id : chosenName,
			...(mimeType === undefined ? {} : { mimeType }),
		});
		if (chosenName === '' && binary.fileExtension !== undefined) binary.fileName = `${id}.${binary.fileExtension}`;
		return {
			json: { mediaId: id, mimeType: binary.mimeType, sha256: media.sha256, bytes: Number(media.file_size ?? 0) },
			binary: { [binaryField]: binary },
		};
	},
};
