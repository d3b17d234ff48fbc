import { mediaId } from '../../properties/mediaId';
import type { ItemOperation } from '../../shared/operation';
import { getMedia } from '../../transport/media';
import { readMediaId } from './readMediaId';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a media file URL',
	description: 'Get URL, type, size and SHA-256 of a file. The URL works for five minutes and needs the access token.',
	parallel: true,
	properties: [mediaId],
	async execute(context) {
		return { json: { ...(await getMedia(context.n8n, { mediaId: readMediaId(context), phoneNumberId: '' })) } };
	},
};
