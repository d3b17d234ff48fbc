import { parseCode } from '../../../../core/link/qrCode';
import { qrCodeId } from '../../properties/qrCode';
import { sender } from '../../properties/sender';
import { checkTogether } from '../../shared/checkTogether';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { deleteQrCode as deleteCode } from '../../transport/qrCodes';
import { readSender } from '../../transport/sender';

export const deleteQrCode: ItemOperation = {
	value: 'deleteQrCode',
	name: 'Delete QR Code',
	action: 'Delete a QR code',
	description: 'Delete a QR code: its link and printed codes stop working',
	properties: [{ ...sender, description: 'Business phone number that the code leads to. Leave empty for the one in the credential.' }, qrCodeId],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const input = await checkTogether({
			phoneNumberId: async () => await readSender(context),
			code: () => parseCode(readString(n8n, { name: 'code', itemIndex })),
		});
		await deleteCode(n8n, input);
		return { json: { deleted: true, code: input.code } };
	},
};
