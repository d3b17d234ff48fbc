import { returnAll } from '../../properties/returnAll';
import { sender } from '../../properties/sender';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readNumber } from '../../shared/parameters';
import { listQrCodes } from '../../transport/qrCodes';
import { readSender } from '../../transport/sender';

export const getManyQrCodes: ItemOperation = {
	value: 'getManyQrCodes',
	name: 'Get Many QR Codes',
	action: 'Get many QR codes',
	description: 'List the QR codes of a phone number, which has 2,000 at most',
	properties: [{ ...sender, description: 'Business phone number whose codes are wanted. Leave empty for the one in the credential.' }, ...returnAll],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const phoneNumberId = await readSender(context);
		const enough = readBoolean(n8n, { name: 'returnAll', itemIndex }) ? undefined : readNumber(n8n, { name: 'limit', itemIndex, fallback: 50 });
		const codes = await listQrCodes(n8n, { phoneNumberId, ...(enough === undefined ? {} : { enough }) });
		return codes.map((code) => ({ json: { ...code, phoneNumberId } }));
	},
};
