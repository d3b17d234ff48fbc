import type { IBinaryData, IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { readGraphError } from '../../../core/errors/graphError';
import { InvalidInput } from '../../../core/errors/invalidInput';
import { checkMedia, type MediaKind } from '../../../core/message/mediaRules';
import type { OperationContext } from '../shared/operation';
import { CREDENTIAL_TYPE } from './credential';
import { graphRefusal, unreachable } from './errors';
import { graphRequest } from './graph';

/** How a message names a file: an ID from an upload, or a link that Meta fetches. */
export type MediaSource = { id: string } | { link: string };

type BinaryStream = Exclude<Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0], Uint8Array>;

export interface UploadedMedia extends IDataObject {
	mediaId: string;
	mimeType: string;
	bytes: number;
}

/**
 * Uploads a binary field to a phone number's media (kept by Meta for 30 days, cloud-api 2). Type and size are checked
 * before the call; the same file of the same run is uploaded once.
 */
export async function uploadMedia(
	{ n8n, run, itemIndex }: OperationContext,
	file: { phoneNumberId: string; binaryField: string; kind?: MediaKind; fileName?: string; field?: string },
): Promise<UploadedMedia> {
	const binary = n8n.helpers.assertBinaryData(itemIndex, file.binaryField);
	const identity = binary.id ?? `${itemIndex}/${file.binaryField}`;
	const { phoneNumberId, kind, field, fileName } = file;
	return await run.once(['upload', phoneNumberId, identity, fileName].join('/'), async () => {
		const bytes = await n8n.helpers.getBinaryDataBuffer(itemIndex, file.binaryField);
		const { mimeType } = checkMedia({ kind, mimeType: binary.mimeType, bytes: bytes.byteLength, field });
		const form = new FormData();
		form.append('messaging_product', 'whatsapp');
		form.append('type', mimeType);
		const name = fileName ?? binary.fileName ?? `file.${binary.fileExtension ?? 'bin'}`;
		form.append('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), name);
		const answer = await graphRequest(n8n, {
			method: 'POST',
			path: `/${encodeURIComponent(phoneNumberId)}/media`,
			body: form,
			timeout: 300_000,
		});
		return { mediaId: String(answer.id ?? ''), mimeType, bytes: bytes.byteLength };
	});
}

/** What the operator put into a media field. */
export interface MediaInput {
	/** A link, a media ID (digits), or the name of a binary field of the item. */
	value: string;
	/** The field's name in the form, for errors. */
	field: string;
	kind: MediaKind;
}

function givenSource(value: string): MediaSource | undefined {
	if (/^https?:\/\//i.test(value)) return { link: value };
	return /^\d{6,}$/.test(value) ? { id: value } : undefined;
}

/**
 * Checks a media field as far as that goes without reading the file.
 *
 * @throws InvalidInput when it names nothing, or a file of a wrong type
 */
export function checkMediaInput({ n8n, itemIndex }: OperationContext, media: MediaInput): void {
	const { value, field, kind } = media;
	if (givenSource(value) !== undefined) return;
	const binaries = n8n.getInputData()[itemIndex]?.binary ?? {};
	const binary = binaries[value];
	if (binary !== undefined) {
		// One byte stands for the size, which is known once the file is read.
		checkMedia({ kind, mimeType: binary.mimeType, bytes: 1, field });
		return;
	}
	const known = Object.keys(binaries);
	throw new InvalidInput([
		{
			field,
			message:
				value === ''
					? 'must not be empty; give a link, a media ID or the name of a binary field'
					: `"${value}" is neither a link nor a media ID, nor a binary field of the item (it has ${
							known.length === 0 ? 'none' : known.join(', ')
						})`,
		},
	]);
}

/** The file that a media field names; a binary field of the item is uploaded. */
export async function resolveMedia(
	context: OperationContext,
	media: MediaInput & { phoneNumberId: string },
): Promise<MediaSource> {
	const given = givenSource(media.value);
	if (given !== undefined) return given;
	checkMediaInput(context, media);
	const { phoneNumberId, kind, field } = media;
	const { mediaId } = await uploadMedia(context, { phoneNumberId, binaryField: media.value, kind, field });
	return { id: mediaId };
}

/** Meta's record of a file: `url` (valid for five minutes), `mime_type`, `sha256`, `file_size`. */
export async function getMedia(n8n: IExecuteFunctions, media: { mediaId: string; phoneNumberId: string }) {
	return await graphRequest(n8n, {
		method: 'GET',
		path: `/${encodeURIComponent(media.mediaId)}`,
		qs: media.phoneNumberId === '' ? {} : { phone_number_id: media.phoneNumberId },
	});
}

/** The bytes behind a media URL as a stream into n8n's binary storage; the token goes along, as Meta wants it. */
export async function downloadMedia(
	n8n: IExecuteFunctions,
	media: { url: string; fileName?: string; mimeType?: string },
): Promise<IBinaryData> {
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: media.url,
		encoding: 'stream',
		timeout: 300_000,
		sendCredentialsOnCrossOriginRedirect: false,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	let response: { statusCode: number; body: BinaryStream };
	try {
		response = (await n8n.helpers.httpRequestWithAuthentication.call(n8n, CREDENTIAL_TYPE, options)) as typeof response;
	} catch (error) {
		throw unreachable(n8n.getNode(), { url: media.url, method: 'GET', cause: error });
	}
	const { statusCode, body } = response;
	if (statusCode >= 400) {
		const answer = await n8n.helpers.binaryToBuffer(body);
		throw graphRefusal(n8n.getNode(), readGraphError({ httpStatus: statusCode, body: answer }));
	}
	return await n8n.helpers.prepareBinaryData(body, media.fileName, media.mimeType);
}
