import type { INodeProperties } from 'n8n-workflow';

export const binaryField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryField',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field with the file to upload',
};

/** The name under which Meta gets the file. */
export const uploadName: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice-1001.pdf',
	description: 'Empty: the name of the binary file',
};
