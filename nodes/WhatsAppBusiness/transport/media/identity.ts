import type { RunScope } from '../../shared/runScope';
import { chunksOfFile, type InputFile } from './inputFile';

const PIECE_BYTES = 1024 * 1024;

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

/**
 * Hash of a file's content in hex: SHA-256 over the SHA-256 of each megabyte. Web Crypto hashes off the main thread, so
 * n8n stays responsive, but takes whole pieces only; this way no more than one of them is in memory.
 */
export async function contentHash(run: RunScope, file: InputFile): Promise<string> {
	return await run.once(`contentHash ${file.key}`, async () => {
		const hashes: Uint8Array[] = [];
		for await (const piece of piecesOf(file)) {
			hashes.push(new Uint8Array(await crypto.subtle.digest('SHA-256', piece)));
		}
		return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.concat(hashes))).toString('hex');
	});
}

/**
 * What tells whether two items carry the same file: the key of the first file in this run with the same content.
 *
 * Items that came by different ways (1,000 times the same download) have different keys for the same bytes. Two files
 * can be equal only when their sizes are, which costs nothing to know, so a file is read for its hash only once another
 * of the same size has come: a local read instead of an upload.
 */
export async function identityOf(run: RunScope, file: InputFile): Promise<string> {
	const firstOfSize = await run.once('firstFileOfSize', async () => await Promise.resolve(new Map<number, InputFile>()));
	return await run.once(`identity ${file.key}`, async () => {
		const first = firstOfSize.get(file.bytes);
		if (first === undefined) {
			firstOfSize.set(file.bytes, file);
			return file.key;
		}
		// A first file that cannot be read fails its own item, not this one.
		const hashes = [contentHash(run, file), contentHash(run, first).catch(() => undefined)];
		const [hash, hashOfFirst] = await Promise.all(hashes);
		if (hash === hashOfFirst) return first.key;
		return await run.once(`identity of ${hash}`, async () => await Promise.resolve(file.key));
	});
}
