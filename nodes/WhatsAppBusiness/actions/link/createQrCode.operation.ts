import { prefilledMessage, qrImage } from '../../properties/qrCode';
import { sender } from '../../properties/sender';
import type { ItemOperation } from '../../shared/operation';
import { writeCode } from './writeCode';

export const createQrCode: ItemOperation = {
	value: 'createQrCode',
	name: 'Create QR Code',
	action: 'Create a QR code',
	description: 'Make a short link and QR code that open a chat with your number, a text typed in already. They never expire.',
	properties: [{ ...sender, description: 'Business phone number that the code leads to. Leave empty for the one in the credential.' }, prefilledMessage, ...qrImage],
	async execute(context) {
		return await writeCode(context, () => undefined);
	},
};
