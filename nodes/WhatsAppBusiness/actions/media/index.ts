import type { Resource } from '../../shared/operation';
import { deleteMedia } from './delete.operation';
import { download } from './download.operation';
import { upload } from './upload.operation';

export const media: Resource = {
	value: 'media',
	name: 'Media',
	operations: [deleteMedia, download, upload],
	defaultOperation: 'upload',
};
