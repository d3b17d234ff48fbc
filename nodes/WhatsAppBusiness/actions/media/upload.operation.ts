import { binaryField, uploadName } from '../../properties/binaryField';
import { rememberUploads } from '../../properties/rememberUploads';
import { sender } from '../../properties/sender';
import type { ItemOperation } from '../../shared/operation';
import { readObject, readString } from '../../shared/parameters';
import { MediaTable } from '../../store/dataTable/mediaTable';
import { uploadMedia } from '../../transport/media';
import { readSender } from '../../transport/sender';

export const upload: ItemOperation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload a media file',
	description: 'Upload a binary field to Meta, where it stays for 30 days, and get its media ID',
	parallel: true,
	properties: [
		sender,
		binaryField,
		uploadName,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [rememberUploads],
		},
	],
	async execute(context) {
		const { n8n, itemIndex, run } = context;
		const phoneNumberId = await readSender(context);
		const fileName = readString(n8n, { name: 'fileName', itemIndex });
		const { rememberUploads: remember } = readObject(n8n, { name: 'options', itemIndex });
		const uploaded = await uploadMedia(context, {
			phoneNumberId,
			binaryField: readString(n8n, { name: 'binaryField', itemIndex }),
			field: binaryField.displayName,
			...(fileName === '' ? {} : { fileName }),
			...(remember === true ? { memory: await run.once('mediaTable', async () => await Promise.resolve(new MediaTable(n8n))) } : {}),
		});
		return { json: { ...uploaded, phoneNumberId } };
	},
};
