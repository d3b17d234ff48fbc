import { NodeOperationError, type IBinaryData, type IExecuteFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { readGraphError } from '../../../../core/errors/graphError';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { endingOf } from '../../../../core/message/mediaTypes';
import { mayCarryToken } from '../../../../core/message/mediaUrl';
import { isJsonObject, numberOf } from '../../../../core/shared/json';
import { formatCount } from '../../../../core/shared/text';
import { textOf } from '../../shared/parameters';
import { CREDENTIAL_TYPE, getPlatformCredential } from '../credential';
import { graphRefusal, unreachable } from '../errors';
import { graphRequest } from '../graph';
import { chunksOf, streamOf, type ByteStream } from './byteStream';

/** Where files are fetched: in a run, or in the webhook of a node that waits. */
type FileContext = IExecuteFunctions | IWebhookFunctions;

/** Meta's record of a file. */
export interface MediaRecord {
	mediaId: string;
	/** Valid for five minutes, and only with the access token. */
	url: string;
	/** Without parameters such as `; codecs=opus`; undefined when Meta does not say. */
	mimeType?: string;
	/** Hex. */
	sha256?: string;
	/** Meta's docs print it as a string; undefined when Meta does not say. */
	bytes?: number;
}

/** The record of a media ID (cloud-api 2). With `phoneNumberId`, only if the file belongs to that number. */
export async function getMedia(
	n8n: FileContext,
	media: { mediaId: string; phoneNumberId: string },
): Promise<MediaRecord> {
	const answer = await graphRequest(n8n, {
		method: 'GET',
		path: `/${encodeURIComponent(media.mediaId)}`,
		qs: media.phoneNumberId === '' ? {} : { phone_number_id: media.phoneNumberId },
	});
	const mimeType = textOf(answer.mime_type)?.split(';')[0]?.trim();
	const sha256 = textOf(answer.sha256);
	const bytes = numberOf(answer.file_size);
	return {
		mediaId: media.mediaId,
		url: textOf(answer.url) ?? '',
		...(mimeType === undefined ? {} : { mimeType }),
		...(sha256 === undefined ? {} : { sha256 }),
		...(bytes === undefined ? {} : { bytes }),
	};
}

interface FileResponse {
	statusCode: number;
	body: ByteStream;
	mimeType?: string;
	bytes?: number;
}

async function requestFile(n8n: FileContext, url: string): Promise<FileResponse> {
	let answer: unknown;
	try {
		answer = await n8n.helpers.httpRequestWithAuthentication.call(n8n, CREDENTIAL_TYPE, {
			method: 'GET',
			url,
			encoding: 'stream',
			timeout: 300_000,
			sendCredentialsOnCrossOriginRedirect: false,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
	} catch (cause) {
		throw unreachable(n8n.getNode(), { url, method: 'GET', cause });
	}
	const { statusCode, body, headers } = answer as { statusCode: number; body: ByteStream; headers: unknown };
	const header = (name: string) => (isJsonObject(headers) ? headers[name] : undefined);
	const mimeType = textOf(header('content-type'))?.split(';')[0]?.trim();
	const bytes = numberOf(header('content-length'));
	return { statusCode, body, ...(mimeType === undefined ? {} : { mimeType }), ...(bytes === undefined ? {} : { bytes }) };
}

async function checkedUrl(n8n: FileContext, url: string): Promise<string> {
	const { baseUrl } = await getPlatformCredential(n8n);
	if (mayCarryToken({ url, baseUrl })) return url;
	const host = URL.canParse(url) ? new URL(url).host : url;
	throw new NodeOperationError(n8n.getNode(), `The media URL leads to "${host}", which is not one of Meta's hosts`, {
		description:
			'Nothing was fetched: the access token goes to Meta and to the Base URL of the credential only. Report this if the credential points to Meta.',
	});
}

/** Statuses of a URL whose five minutes are over. */
const EXPIRED = [404, 410];

async function openFile(
	n8n: FileContext,
	wanted: { mediaId: string },
): Promise<{ record: MediaRecord; response: FileResponse }> {
	for (let isSecond = false; ; isSecond = true) {
		const record = await getMedia(n8n, { mediaId: wanted.mediaId, phoneNumberId: '' });
		const response = await requestFile(n8n, await checkedUrl(n8n, record.url));
		const { statusCode: httpStatus, body } = response;
		if (httpStatus >= 200 && httpStatus < 300) return { record, response };
		const said = await n8n.helpers.binaryToBuffer(body);
		if (isSecond || !EXPIRED.includes(httpStatus)) {
			throw graphRefusal(n8n.getNode(), readGraphError({ httpStatus, body: said }));
		}
	}
}

/** The most that may be stored, and how the form calls that limit. */
export interface SizeCap {
	bytes: number;
	field: string;
}

function tooLarge(cap: SizeCap, bytes?: number): InvalidInput {
	const size = bytes === undefined ? 'more' : `${formatCount(bytes)} bytes, more`;
	return new InvalidInput([{ field: cap.field, message: `the file has ${size} than the ${formatCount(cap.bytes)} bytes allowed` }]);
}

/** Passes the bytes on as long as there are not too many: Meta's own figures may be missing or wrong. */
async function* capped(body: ByteStream, cap: SizeCap | undefined): AsyncGenerator<Uint8Array> {
	let seen = 0;
	for await (const chunk of chunksOf(body)) {
		seen += chunk.length;
		if (cap !== undefined && seen > cap.bytes) throw tooLarge(cap);
		yield chunk;
	}
}

/**
 * Gets the file behind a media ID, streamed into n8n's binary storage. The token goes to Meta's hosts and to the
 * credential's own base URL only; a URL that has expired meanwhile is asked for anew, once.
 *
 * @param media.fileName the media ID with the ending of its type when left out
 * @throws InvalidInput naming `cap.field` for a file that is larger
 */
export async function downloadMedia(
	n8n: FileContext,
	media: { mediaId: string; fileName?: string; cap?: SizeCap },
): Promise<{ binary: IBinaryData; record: MediaRecord }> {
	const { mediaId, fileName, cap } = media;
	const { record, response } = await openFile(n8n, { mediaId });
	const announced = record.bytes ?? response.bytes;
	if (cap !== undefined && announced !== undefined && announced > cap.bytes) {
		response.body.destroy();
		throw tooLarge(cap, announced);
	}
	const mimeType = record.mimeType ?? response.mimeType;
	const ending = mimeType === undefined ? undefined : endingOf(mimeType);
	const name = fileName ?? (ending === undefined ? mediaId : `${mediaId}.${ending}`);
	const stream = streamOf(n8n, { chunks: capped(response.body, cap), like: response.body });
	try {
		const binary = await n8n.helpers.prepareBinaryData(stream, name, mimeType);
		if (fileName === undefined && ending === undefined && binary.fileExtension !== undefined) {
			binary.fileName = `${mediaId}.${binary.fileExtension}`;
		}
		return { binary, record };
	} catch (cause) {
		throw storeFailure(n8n, { cause, url: record.url });
	}
}

function storeFailure(n8n: FileContext, { cause, url }: { cause: unknown; url: string }): Error {
	return cause instanceof InvalidInput ? cause : unreachable(n8n.getNode(), { url, method: 'GET', cause });
}
