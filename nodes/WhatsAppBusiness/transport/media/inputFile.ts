import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { isAnimatedWebp, WEBP_HEAD_BYTES, type MediaFile } from '../../../../core/message/mediaRules';
import type { OperationContext } from '../../shared/operation';
import { chunksOf, type ByteStream } from './byteStream';

/** A file that an item carries, in n8n's binary storage or, without an ID there, within the item itself. */
export interface InputFile {
	/** The same for all items that carry the same stored file. */
	key: string;
	mimeType: string;
	fileName?: string;
	bytes: number;
	/** Opens it from its start. A stream that is not read to its end must be destroyed. */
	open(): Promise<ByteStream | Buffer>;
}

/** Bytes read at once: with n8n's 64 KB, reading takes more than twice the time. */
const CHUNK_BYTES = 256 * 1024;

/** The chunks of a file from its start. */
export async function* chunksOfFile(file: InputFile): AsyncGenerator<Uint8Array> {
	const source = await file.open();
	if (Buffer.isBuffer(source)) yield source;
	else yield* chunksOf(source);
}

async function sizeOf(n8n: IExecuteFunctions, binary: IBinaryData): Promise<number> {
	if (binary.id === undefined) return Buffer.byteLength(binary.data, 'base64');
	return (await n8n.helpers.getBinaryMetadata(binary.id)).fileSize;
}

async function toInputFile(
	{ n8n, itemIndex, run }: OperationContext,
	{ binary, binaryField }: { binary: IBinaryData; binaryField: string },
): Promise<InputFile> {
	const { id, mimeType = '', fileName } = binary;
	const key = id ?? `item ${itemIndex} ${binaryField}`;
	return {
		key,
		mimeType,
		...(fileName === undefined ? {} : { fileName }),
		bytes: await run.once(`fileSize ${key}`, async () => await sizeOf(n8n, binary)),
		open: async () =>
			id === undefined
				? await n8n.helpers.getBinaryDataBuffer(itemIndex, binaryField)
				: await n8n.helpers.getBinaryStream(id, CHUNK_BYTES),
	};
}

/**
 * The file in a binary field. Its size is read once per run and stored file; its bytes are not read here.
 *
 * @throws NodeOperationError when the item has no such field
 */
export async function readInputFile(context: OperationContext, binaryField: string): Promise<InputFile> {
	const binary = context.n8n.helpers.assertBinaryData(context.itemIndex, binaryField);
	return await toInputFile(context, { binary, binaryField });
}

/** The same; undefined when the item has no such field. */
export async function findInputFile(context: OperationContext, binaryField: string): Promise<InputFile | undefined> {
	let binary: IBinaryData;
	try {
		// Where a binary field is to be found depends on the workflow's binary mode, which only this helper knows.
		binary = context.n8n.helpers.assertBinaryData(context.itemIndex, binaryField);
	} catch {
		return undefined;
	}
	return await toInputFile(context, { binary, binaryField });
}

/** The first `length` bytes of a file; all of a shorter one. */
export async function headOf(file: InputFile, length: number): Promise<Uint8Array> {
	const head: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunksOfFile(file)) {
		head.push(chunk);
		bytes += chunk.length;
		if (bytes >= length) break;
	}
	return Buffer.concat(head).subarray(0, length);
}

/** What `checkMedia` needs to know; of a WebP file the first bytes are read, which tell whether it moves. */
export async function describeFile({ run }: OperationContext, file: InputFile): Promise<MediaFile> {
	const { key, mimeType, fileName, bytes } = file;
	const known = { mimeType, bytes, ...(fileName === undefined ? {} : { fileName }) };
	if (!/webp/i.test(mimeType)) return known;
	const animated = await run.once(`animated ${key}`, async () => isAnimatedWebp(await headOf(file, WEBP_HEAD_BYTES)));
	return { ...known, animated };
}
