import { InvalidInput } from '../../../../core/errors/invalidInput';
import { mediaId } from '../../properties/mediaId';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readObject, readString } from '../../shared/parameters';
import { downloadMedia, type SizeCap } from '../../transport/media';
import { readMediaId } from './readMediaId';

const SIZE_CAP = 'Maximum Size (MB)';

const MEGABYTE = 1024 * 1024;

function readCap({ n8n, itemIndex }: OperationContext): SizeCap | undefined {
	const { maxSize } = readObject(n8n, { name: 'options', itemIndex });
	if (maxSize === undefined || maxSize === '') return undefined;
	const megabytes = Number(maxSize);
	if (megabytes > 0) return { bytes: Math.floor(megabytes * MEGABYTE), field: SIZE_CAP };
	throw new InvalidInput([{ field: SIZE_CAP, message: 'must be a number above 0' }]);
}

export const download: ItemOperation = {
	value: 'download',
	name: 'Download',
	action: 'Download a media file',
	description: 'Get the file behind a media ID as binary data',
	parallel: true,
	properties: [
		mediaId,
		{
			displayName: 'Put Output File in Field',
			name: 'binaryField',
			type: 'string',
			default: 'data',
			required: true,
			placeholder: 'e.g. data',
			hint: 'The name of the output binary field to put the file in',
		},
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: '',
			placeholder: 'e.g. photo.jpg',
			description: 'Empty: the media ID with the ending of its type',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: SIZE_CAP,
					name: 'maxSize',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 16,
					description: 'Refuses a larger file. Customers may send files of up to 100 MB.',
				},
			],
		},
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const id = readMediaId(context);
		const cap = readCap(context);
		const fileName = readString(n8n, { name: 'fileName', itemIndex });
		const { binary, record } = await downloadMedia(n8n, {
			mediaId: id,
			...(fileName === '' ? {} : { fileName }),
			...(cap === undefined ? {} : { cap }),
		});
		return {
			json: { mediaId: id, mimeType: binary.mimeType, sha256: record.sha256, bytes: binary.bytes ?? record.bytes },
			binary: { [readString(n8n, { name: 'binaryField', itemIndex })]: binary },
		};
	},
};
