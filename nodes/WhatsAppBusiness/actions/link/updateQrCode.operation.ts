import { parseCode } from '../../../../core/link/qrCode';
import { prefilledMessage, qrCodeId, qrImage } from '../../properties/qrCode';
import { sender } from '../../properties/sender';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { writeCode } from './writeCode';

export const updateQrCode: ItemOperation = {
	value: 'updateQrCode',
	name: 'Update QR Code',
	action: 'Update a QR code',
	description: 'Change the text of a QR code; its link and printed codes stay good',
	properties: [{ ...sender, description: 'Business phone number that the code leads to. Leave empty for the one in the credential.' }, qrCodeId, prefilledMessage, ...qrImage],
	async execute(context) {
		const { n8n, itemIndex } = context;
		return await writeCode(context, () => parseCode(readString(n8n, { name: 'code', itemIndex })));
	},
};
