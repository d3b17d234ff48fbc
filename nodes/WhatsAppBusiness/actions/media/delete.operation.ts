import { mediaId } from '../../properties/mediaId';
import type { ItemOperation } from '../../shared/operation';
import { graphRequest } from '../../transport/graph';
import { readMediaId } from './readMediaId';

export const deleteMedia: ItemOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a media file',
	description: 'Delete an uploaded file at Meta',
	parallel: true,
	properties: [mediaId],
	async execute(context) {
		const id = readMediaId(context);
		await graphRequest(context.n8n, { method: 'DELETE', path: `/${encodeURIComponent(id)}` });
		return { json: { deleted: true, mediaId: id } };
	},
};
