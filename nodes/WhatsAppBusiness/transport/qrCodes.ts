import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readGraphError } from '../../../core/errors/graphError';
import { toQrCode, type QrCode, type QrFormat } from '../../../core/link/qrCode';
import { textOf } from '../shared/parameters';
import { graphRefusal, unreachable } from './errors';
import { graphRequest } from './graph';
import { getRows } from './pages';

const FIELDS = 'code,prefilled_message,deep_link_url';

function edge(phoneNumberId: string): string {
	return `/${encodeURIComponent(phoneNumberId)}/message_qrdls`;
}

/** Makes a code, or changes the text of the one that `code` names. With a format, Meta's answer has the image's address. */
export async function writeQrCode(
	n8n: IExecuteFunctions,
	input: { phoneNumberId: string; message: string; code?: string; format?: QrFormat },
): Promise<{ qrCode: QrCode; imageUrl?: string }> {
	const { phoneNumberId, message, code, format } = input;
	const answer = await graphRequest(n8n, {
		method: 'POST',
		path: edge(phoneNumberId),
		body: {
			prefilled_message: message,
			...(code === undefined ? {} : { code }),
			...(format === undefined ? {} : { generate_qr_image: format }),
		},
	});
	const imageUrl = textOf(answer.qr_image_url);
	return { qrCode: toQrCode(answer), ...(imageUrl === undefined ? {} : { imageUrl }) };
}

/** The codes of a number, over all pages. */
export async function listQrCodes(n8n: IExecuteFunctions, list: { phoneNumberId: string; enough?: number }): Promise<QrCode[]> {
	const { phoneNumberId, enough } = list;
	const rows = await getRows(n8n, { path: edge(phoneNumberId), qs: { fields: FIELDS }, ...(enough === undefined ? {} : { enough }) });
	return rows.map(toQrCode);
}

/** Deletes a code: its link and its QR code stop working at once. */
export async function deleteQrCode(n8n: IExecuteFunctions, { phoneNumberId, code }: { phoneNumberId: string; code: string }): Promise<IDataObject> {
	return await graphRequest(n8n, { method: 'DELETE', path: `${edge(phoneNumberId)}/${encodeURIComponent(code)}` });
}

const MIME_TYPES: Record<QrFormat, string> = { PNG: 'image/png', SVG: 'image/svg+xml' };

/** Gets the image. Meta keeps it on an open host, so the access token stays at home. */
export async function downloadQrImage(
	n8n: IExecuteFunctions,
	{ url, format, code }: { url: string; format: QrFormat; code: string },
): Promise<IBinaryData> {
	let answer: unknown;
	try {
		answer = await n8n.helpers.httpRequest({ method: 'GET', url, encoding: 'arraybuffer', timeout: 60_000, returnFullResponse: true, ignoreHttpStatusErrors: true });
	} catch (cause) {
		throw unreachable(n8n.getNode(), { url, method: 'GET', cause });
	}
	const { statusCode, body } = answer as { statusCode: number; body: unknown };
	const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body as ArrayBuffer);
	if (statusCode !== 200) throw graphRefusal(n8n.getNode(), readGraphError({ httpStatus: statusCode, body: bytes }));
	return await n8n.helpers.prepareBinaryData(bytes, `qr-${code}.${format.toLowerCase()}`, MIME_TYPES[format]);
}
