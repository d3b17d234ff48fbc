import type { INodeProperties } from 'n8n-workflow';

export const mediaId: INodeProperties = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1037543291543636',
	description: 'From an upload, or mediaId of an incoming message (which Meta keeps for 7 days)',
};
