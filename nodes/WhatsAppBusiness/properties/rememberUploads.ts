import type { INodeProperties } from 'n8n-workflow';

/** For the options of every operation that uploads a file; read as `rememberUploads`. */
export const rememberUploads: INodeProperties = {
	displayName: 'Remember Uploads',
	name: 'rememberUploads',
	type: 'boolean',
	default: false,
	description:
		'Whether to keep media IDs in the Data Table whatsapp_media_uploads for 29 days, so that later runs do not upload the same file to the same number again',
};
