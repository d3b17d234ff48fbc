import { randomBytes } from 'node:crypto';
import QRCode from 'qrcode';
import { GraphError, invalidParameter } from '../errors';
import { asText } from '../json';
import { LIMITS } from '../limits';
import type { QrCode } from '../records';
import type { GraphCall, Handler, HandlerInput } from './call';
import { pickFields } from './fields';
import { pageOf } from './paging';

const FORMATS = ['PNG', 'SVG'];

function linkOf(code: QrCode): string {
	return `https://wa.me/message/${code.id}`;
}

/** Meta's image lies on an open host that asks for no token; here it lies beside the API. */
function imageUrl(call: GraphCall, { code, format }: { code: QrCode; format: string }): string {
	const query = new URLSearchParams({ code: code.id, format });
	return `${call.origin}/${call.version.replace('/', '')}/${code.phoneNumberId}/qr_image?${query.toString()}`;
}

function codesOf({ context, id }: HandlerInput): QrCode[] {
	return [...context.state.qrCodes.values()].filter(({ phoneNumberId }) => phoneNumberId === id);
}

/** How Meta refuses a code that is not there is unverified. */
function findCode(input: HandlerInput, text: string | undefined): QrCode {
	const code = codesOf(input).find((each) => each.id === text);
	if (code) return code;
	throw new GraphError({ code: 100, subcode: 33, message: `Unsupported request. The QR code '${text ?? ''}' does not exist.` });
}

function readMessage(call: GraphCall): string {
	const message = asText(call.body.prefilled_message) ?? '';
	if (message === '') throw invalidParameter('The parameter prefilled_message is required.');
	if ([...message].length > LIMITS.qrCode.message)
		throw invalidParameter(`The parameter prefilled_message must be at most ${LIMITS.qrCode.message} characters long.`);
	return message;
}

function toGraph(code: QrCode): Record<string, unknown> {
	return { code: code.id, prefilled_message: code.message, deep_link_url: linkOf(code) };
}

/** `POST /{phone-number-id}/message_qrdls`: makes a code, or changes the one that `code` names (cloud-api 7). */
export const writeQrCode: Handler = (input) => {
	const { context, call, id } = input;
	const { state } = context;
	const format = asText(call.body.generate_qr_image);
	if (format !== undefined && !FORMATS.includes(format))
		throw invalidParameter(`Param generate_qr_image must be one of {${FORMATS.join(', ')}}`);
	const message = readMessage(call);
	const known = call.body.code === undefined ? undefined : findCode(input, asText(call.body.code));
	if (!known && codesOf(input).length >= LIMITS.qrCode.perNumber)
		throw invalidParameter(`A phone number has at most ${LIMITS.qrCode.perNumber} QR codes.`);
	const code: QrCode = known ?? { id: newCode(), phoneNumberId: id, message };
	code.message = message;
	state.qrCodes.set(code.id, code);
	const image = format === undefined ? {} : { qr_image_url: imageUrl(call, { code, format }) };
	return { json: { ...toGraph(code), ...image } };
};

/** 14 capitals and digits. */
function newCode(): string {
	return randomBytes(28).toString('base64').replace(/[^A-Z0-9]/g, '').padEnd(14, '0').slice(0, 14);
}

/** The format that `fields=qr_image_url.format(SVG)` asks for; PNG when the field is named alone. */
function imageFormat(fields: string | undefined): string | undefined {
	const wanted = /qr_image_url(?:\.format\((\w+)\))?/.exec(fields ?? '');
	return wanted === null ? undefined : (wanted[1] ?? 'PNG').toUpperCase();
}

function shown(call: GraphCall, code: QrCode): Record<string, unknown> {
	const { fields } = call.query;
	const format = imageFormat(fields);
	const all = { ...toGraph(code), ...(format === undefined ? {} : { qr_image_url: imageUrl(call, { code, format }) }) };
	const plainFields = fields?.replace(/\.format\(\w+\)/g, '');
	return pickFields({ from: all, fields: plainFields, byDefault: ['code', 'prefilled_message', 'deep_link_url'] });
}

/** `GET /{phone-number-id}/message_qrdls`. */
export const listQrCodes: Handler = (input) => {
	const { call } = input;
	const page = pageOf({ items: codesOf(input), call, baseUrl: call.origin });
	const data = page.items.map((code) => shown(call, code));
	return { json: page.paging ? { data, paging: page.paging } : { data } };
};

/** `GET /{phone-number-id}/message_qrdls/{code}`: a list of one. */
export const getQrCode: Handler = (input) => ({ json: { data: [shown(input.call, findCode(input, input.call.segments[2]))] } });

/** `DELETE /{phone-number-id}/message_qrdls/{code}`. */
export const deleteQrCode: Handler = (input) => {
	input.context.state.qrCodes.delete(findCode(input, input.call.segments[2]).id);
	return { json: { success: true } };
};

/** The image behind `qr_image_url`. */
export const qrImage: Handler = async (input) => {
	const { call } = input;
	const link = linkOf(findCode(input, call.query.code));
	if (call.query.format === 'SVG') {
		return { binary: { bytes: Buffer.from(await QRCode.toString(link, { type: 'svg' })), mimeType: 'image/svg+xml' } };
	}
	return { binary: { bytes: await QRCode.toBuffer(link, { width: 512 }), mimeType: 'image/png' } };
};
