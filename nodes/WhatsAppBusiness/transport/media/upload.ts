import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { checkMedia, type MediaKind } from '../../../../core/message/mediaRules';
import { endingOf } from '../../../../core/message/mediaTypes';
import { multipartFrame } from '../../../../core/message/multipart';
import { retryDelayMs } from '../../../../core/pace/retry';
import type { OperationContext } from '../../shared/operation';
import { graphRefusal } from '../errors';
import { pacerOf } from '../pacer';
import { getMedia } from './download';
import { contentHash, identityOf } from './identity';
import { describeFile, readInputFile, type InputFile } from './inputFile';
import { postFile } from './postFile';
import { Slots } from './slots';

/** A file that Meta may still have from an earlier run. */
export interface KnownUpload {
	/** See `contentHash`. */
	fileHash: string;
	phoneNumberId: string;
	mimeType: string;
	/** Empty when the name did not matter. */
	fileName: string;
}

/** Uploads that are remembered across runs. */
export interface UploadMemory {
	/** The media ID, unless it has expired. */
	find(upload: KnownUpload): Promise<string | undefined>;
	put(upload: KnownUpload & { mediaId: string }): Promise<void>;
}

export interface UploadRequest {
	phoneNumberId: string;
	binaryField: string;
	/** What it shall be sent as; derived from the type when left out. */
	kind?: MediaKind;
	/** The name at Meta; the file's own when left out. */
	fileName?: string;
	/** The field's name in the form, for errors. */
	field?: string;
	memory?: UploadMemory;
}

export interface UploadedMedia extends IDataObject {
	mediaId: string;
	mimeType: string;
	bytes: number;
	/** Whether the file was there already: from another item of this run, or from an earlier run. */
	mediaReused: boolean;
}

/** Files on their way at a time: a few fill any line, and each costs memory. */
const UPLOADS_AT_ONCE = 6;

/** Type and size of a file against what Meta accepts; gives the type to upload it with. */
export async function checkInputFile(
	context: OperationContext,
	{ file, kind, field }: { file: InputFile; kind?: MediaKind; field?: string },
): Promise<string> {
	return checkMedia({ ...(await describeFile(context, file)), kind, field }).mimeType;
}

/** Repeats what Meta refuses for being too fast or by a passing fault, as long as a message may wait for it. */
async function send(
	context: OperationContext,
	{ file, mimeType, name, phoneNumberId }: { file: InputFile; mimeType: string; name: string; phoneNumberId: string },
): Promise<string> {
	const { n8n } = context;
	const pacer = await pacerOf(context);
	const { contentType, head, tail } = multipartFrame({
		boundary: `n8n-${crypto.randomUUID()}`,
		fields: { messaging_product: 'whatsapp', type: mimeType },
		file: { field: 'file', name, mimeType },
	});
	const path = `/${encodeURIComponent(phoneNumberId)}/media`;
	for (let attempt = 0, waitedMs = 0; ; attempt++) {
		const answer = await postFile(n8n, { path, file, contentType, head, tail });
		if (answer.state === 'done') return String(answer.data.id ?? '');
		if (answer.state === 'cut') throw answer.error;
		const { error, retryAfterSeconds } = answer;
		const ms = retryDelayMs({ error, attempt, retryAfterSeconds, random: Math.random() });
		if (ms === undefined || waitedMs + ms > pacer.retryForMs) {
			throw graphRefusal(n8n.getNode(), error, { retryAfter: retryAfterSeconds, tries: attempt + 1 });
		}
		await pacer.wait(ms);
		waitedMs += ms;
	}
}

/** The memory is a convenience: when it fails, the file is uploaded as if it were unknown, and the log says why. */
async function tryMemory<T>(n8n: IExecuteFunctions, use: () => Promise<T>): Promise<T | undefined> {
	return await use().catch((error: unknown) => {
		const said = error instanceof Error ? error.message : String(error);
		n8n.logger.warn(`Remembered uploads could not be used: ${said}`);
		return undefined;
	});
}

/** A remembered media ID that still works: someone may have deleted the file at Meta. */
async function recall(
	{ n8n }: OperationContext,
	{ known, memory }: { known: KnownUpload; memory: UploadMemory },
): Promise<string | undefined> {
	const mediaId = await tryMemory(n8n, async () => await memory.find(known));
	if (mediaId === undefined) return undefined;
	const { phoneNumberId } = known;
	return await getMedia(n8n, { mediaId, phoneNumberId }).then(
		() => mediaId,
		() => undefined,
	);
}

/**
 * Uploads a binary field to a phone number's media (kept by Meta for 30 days, cloud-api 2), streamed from n8n's storage.
 * Type and size are checked before the call. The same content is uploaded once per run and number, however many items
 * carry it (see `identityOf`); with `memory` also across runs.
 *
 * @throws InvalidInput for a file that Meta does not accept
 */
export async function uploadMedia(context: OperationContext, request: UploadRequest): Promise<UploadedMedia> {
	const { n8n, run } = context;
	const { phoneNumberId, kind, field, memory, fileName = '' } = request;
	const file = await readInputFile(context, request.binaryField);
	const mimeType = await checkInputFile(context, { file, kind, field });
	const key = ['upload', phoneNumberId, mimeType, await identityOf(run, file), fileName].join(' ');
	let isNew = false;
	const mediaId = await run.once(key, async () => {
		const known = memory && { fileHash: await contentHash(run, file), phoneNumberId, mimeType, fileName };
		const recalled = memory && known && (await recall(context, { known, memory }));
		if (recalled !== undefined) return recalled;
		const name = fileName || file.fileName || `file.${endingOf(mimeType) ?? 'bin'}`;
		const slots = await run.once('uploadSlots', async () => await Promise.resolve(new Slots(UPLOADS_AT_ONCE)));
		const id = await slots.use(async () => await send(context, { file, mimeType, name, phoneNumberId }));
		isNew = true;
		if (known) await tryMemory(n8n, async () => await memory.put({ ...known, mediaId: id }));
		return id;
	});
	return { mediaId, mimeType, bytes: file.bytes, mediaReused: !isNew };
}
