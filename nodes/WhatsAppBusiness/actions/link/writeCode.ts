import { checkPrefilledMessage, QR_FORMATS, type QrFormat } from '../../../../core/link/qrCode';
import { checkTogether } from '../../shared/checkTogether';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { readChoice, readString } from '../../shared/parameters';
import { downloadQrImage, writeQrCode } from '../../transport/qrCodes';
import { readSender } from '../../transport/sender';

function readFormat({ n8n, itemIndex }: OperationContext): QrFormat | undefined {
	const format = readChoice(n8n, { name: 'imageFormat', itemIndex, field: 'Image', choices: ['none', ...QR_FORMATS] });
	return format === 'none' ? undefined : format;
}

/** Creates or changes a code and gets its image. `code` reads the one to change. */
export async function writeCode(context: OperationContext, code: () => string | undefined): Promise<OperationItem> {
	const { n8n, itemIndex } = context;
	const input = await checkTogether({
		phoneNumberId: async () => await readSender(context),
		code,
		message: () => checkPrefilledMessage(readString(n8n, { name: 'prefilledMessage', itemIndex })),
		format: () => readFormat(context),
	});
	const { phoneNumberId, message, format } = input;
	const { qrCode, imageUrl } = await writeQrCode(n8n, {
		phoneNumberId,
		message,
		...(input.code === undefined ? {} : { code: input.code }),
		...(format === undefined ? {} : { format }),
	});
	const json = { ...qrCode, phoneNumberId };
	if (format === undefined || imageUrl === undefined) return { json };
	const binary = await downloadQrImage(n8n, { url: imageUrl, format, code: qrCode.code });
	return { json, binary: { [readString(n8n, { name: 'binaryField', itemIndex })]: binary } };
}
