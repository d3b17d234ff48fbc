import type { Resource } from '../../shared/operation';
import { deleteMedia } from './delete.operation';
import { download } from './download.operation';
import { get } from './get.operation';
import { upload } from './upload.operation';
import { uploadSample } from './uploadSample.operation';

export const media: Resource = {
	value: 'media',
	name: 'Media',
	operations: [deleteMedia, download, get, upload, uploadSample],
	defaultOperation: 'upload',
};
