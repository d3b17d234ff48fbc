import { binaryField, uploadName } from '../../properties/binaryField';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { uploadSample as sendSample } from '../../transport/media';

export const uploadSample: ItemOperation = {
	value: 'uploadSample',
	name: 'Upload Sample',
	action: 'Upload a sample file',
	description:
		"Upload a JPEG, PNG, PDF or MP4 file for the header of a template to be reviewed, or as a profile picture, and get its handle. Needs the credential's App ID.",
	parallel: true,
	properties: [binaryField, uploadName],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const fileName = readString(n8n, { name: 'fileName', itemIndex });
		return {
			json: await sendSample(context, {
				binaryField: readString(n8n, { name: 'binaryField', itemIndex }),
				field: binaryField.displayName,
				...(fileName === '' ? {} : { fileName }),
			}),
		};
	},
};
