import type { IBinaryData, IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { InvalidInput } from '../../../core/errors/invalidInput';
import { checkMedia, type MediaKind } from '../../../core/message/mediaRules';
import type { OperationContext } from '../shared/operation';
import { CREDENTIAL_TYPE } from './credential';
import { unreachable } from './errors';
import { graphRequest } from './graph';

/** How a message names a file: an ID from an upload, or a link that Meta fetches. */
export type MediaSource = { id: string } | { link: string };

export interface UploadedMedia extends IDataObject {
	mediaId: string;
	mimeType: string;
	bytes: number;
}

async function bytesOf(n8n: IExecuteFunctions, file: { binary: IBinaryData; itemIndex: number; field: string }) {
	return await n8n.helpers.getBinaryDataBuffer(file.itemIndex, file.field);
}

/**
 * Uploads a binary field to a phone number's media (kept by Meta for 30 days, cloud-api 2). Type and size are checked
 * before the call; the same file of the same run is uploaded once.
 */
export async function uploadMedia(
	{ n8n, run, itemIndex }: OperationContext,
	file: { phoneNumberId: string; binaryField: string; kind?: MediaKind; fileName?: string },
): Promise<UploadedMedia> {
	const binary = n8n.helpers.assertBinaryData(itemIndex, file.binaryField);
	const identity = binary.id ?? `${itemIndex}/${file.binaryField}`;
	return await run.once(`upload/${file.phoneNumberId}/${identity}/${file.fileName ?? ''}`, async () => {
		const bytes = await bytesOf(n8n, { binary, itemIndex, field: file.binaryField });
		const mimeType = checkMedia({ kind: file.kind, mimeType: binary.mimeType, bytes: bytes.byteLength }).mimeType;
		const form = new FormData();
		form.append('messaging_product', 'whatsapp');
		form.append('type', mimeType);
		const name = file.fileName ?? binary.fileName ?? `file.${binary.fileExtension ?? 'bin'}`;
		form.append('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), name);
		const answer = await graphRequest(n8n, {
			method: 'POST',
			path: `/${encodeURIComponent(file.phoneNumberId)}/media`,
			body: form,
			timeout: 300_000,
		});
		return { mediaId: String(answer.id ?? ''), mimeType, bytes: bytes.byteLength };
	});
}

/**
 * What the operator put into a media field: a link, a media ID (digits), or the name of a binary field of the item,
 * which is then uploaded.
 */
export async function resolveMedia(
	context: OperationContext,
	media: { value: string; field: string; kind: MediaKind; phoneNumberId: string },
): Promise<MediaSource> {
	if (/^https?:\/\//i.test(media.value)) return { link: media.value };
	if (/^\d{6,}$/.test(media.value)) return { id: media.value };
	const item = context.n8n.getInputData()[context.itemIndex];
	if (item?.binary?.[media.value] === undefined) {
		const known = Object.keys(item?.binary ?? {});
		throw new InvalidInput([
			{
				field: media.field,
				message: `"${media.value}" is neither a link nor a media ID, nor a binary field of the item (it has ${
					known.length === 0 ? 'none' : known.join(', ')
				})`,
			},
		]);
	}
	const { mediaId } = await uploadMedia(context, {
		phoneNumberId: media.phoneNumberId,
		binaryField: media.value,
		kind: media.kind,
	});
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
	};
	let stream: Parameters<typeof n8n.helpers.prepareBinaryData>[0];
	try {
		stream = await n8n.helpers.httpRequestWithAuthentication.call(n8n, CREDENTIAL_TYPE, options);
	} catch (error) {
		throw unreachable(n8n.getNode(), { url: media.url, method: 'GET', cause: error });
	}
	return await n8n.helpers.prepareBinaryData(stream, media.fileName, media.mimeType);
}
