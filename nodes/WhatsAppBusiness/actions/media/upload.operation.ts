import { sender } from '../../properties/sender';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { readSender } from '../../transport/sender';
import { uploadMedia } from '../../transport/media';

export const upload: ItemOperation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload a media file',
	description: 'Upload a binary field to Meta, where it stays for 30 days, and get its media ID',
	properties: [
		sender,
		{
			displayName: 'Input Binary Field',
			name: 'binaryField',
			type: 'string',
			default: 'data',
			required: true,
			placeholder: 'e.g. data',
			hint: 'The name of the input binary field with the file to upload',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			description: 'Empty: the name of the binary file',
		},
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const phoneNumberId = await readSender(context);
		const fileName = readString(n8n, { name: 'fileName', itemIndex });
		const uploaded = await uploadMedia(context, {
			phoneNumberId,
			binaryField: readString(n8n, { name: 'binaryField', itemIndex }),
			field: 'Input Binary Field',
			...(fileName === '' ? {} : { fileName }),
		});
		return { json: { ...uploaded, phoneNumberId } };
	},
};
