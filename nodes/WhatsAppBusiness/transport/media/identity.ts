import type { RunScope } from '../../shared/runScope';
import { chunksOfFile, headOf, type InputFile } from './inputFile';
import { Slots } from './slots';

const PIECE_BYTES = 1024 * 1024;

/** Where nearly all files of one size already differ. */
const HEAD_BYTES = 64 * 1024;

/** Files that are hashed at a time: each more would cost memory and gain nothing. */
const HASHES_AT_ONCE = 2;

async function* piecesOf(file: InputFile): AsyncGenerator<Uint8Array> {
	let held: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunksOfFile(file)) {
		held.push(chunk);
		bytes += chunk.length;
		if (bytes < PIECE_BYTES) continue;
		let whole: Uint8Array = Buffer.concat(held);
		while (whole.length >= PIECE_BYTES) {
			yield whole.subarray(0, PIECE_BYTES);
			whole = whole.subarray(PIECE_BYTES);
		}
		held = whole.length === 0 ? [] : [whole];
		bytes = whole.length;
	}
	if (bytes > 0) yield Buffer.concat(held);
}

async function sha256(bytes: Uint8Array): Promise<Buffer> {
	return Buffer.from(await crypto.subtle.digest('SHA-256', bytes));
}

async function hashOf(file: InputFile): Promise<string> {
	const hashes: Uint8Array[] = [];
	for await (const piece of piecesOf(file)) hashes.push(await sha256(piece));
	return (await sha256(Buffer.concat(hashes))).toString('hex');
}

/**
 * Hash of a file's content in hex: SHA-256 over the SHA-256 of each megabyte. Web Crypto hashes off the main thread, so
 * n8n stays responsive, but takes whole pieces only; this way no more than one of them is in memory.
 */
export async function contentHash(run: RunScope, file: InputFile): Promise<string> {
	const slots = await run.once('hashSlots', async () => await Promise.resolve(new Slots(HASHES_AT_ONCE)));
	return await run.once(`contentHash ${file.key}`, async () => await slots.use(async () => await hashOf(file)));
}

/**
 * What tells whether two items carry the same file: the key of the first file in this run with the same content.
 *
 * Items that came by different ways (1,000 times the same download) have different keys for the same bytes. A file is
 * read to its end for its hash only once another of the same size and the same beginning has come: a local read instead
 * of an upload.
 */
export async function identityOf(run: RunScope, file: InputFile): Promise<string> {
	const firstAlike = await run.once('firstFilesAlike', async () => await Promise.resolve(new Map<string, InputFile>()));
	return await run.once(`identity ${file.key}`, async () => {
		const looks = `${file.bytes} ${(await sha256(await headOf(file, HEAD_BYTES))).toString('hex')}`;
		const first = firstAlike.get(looks);
		if (first === undefined) {
			firstAlike.set(looks, file);
			return file.key;
		}
		// A first file that cannot be read fails its own item, not this one.
		const hashes = [contentHash(run, file), contentHash(run, first).catch(() => undefined)];
		const [hash, hashOfFirst] = await Promise.all(hashes);
		if (hash === hashOfFirst) return first.key;
		return await run.once(`identity of ${hash}`, async () => await Promise.resolve(file.key));
	});
}
