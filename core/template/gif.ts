import { Problems } from '../errors/invalidInput';
import { formatCount } from '../shared/text';

/** 3.5 MB, taken as the larger of its two meanings, so that nothing Meta would accept is refused here. */
const MAX_BYTES = 3.5 * 1024 * 1024;

/**
 * Checks the file of a GIF header: an mp4 of at most 3.5 MB (cloud-api 1.5).
 *
 * @throws {InvalidInput} naming `field`
 */
export function checkGifFile(file: { field: string; mimeType: string; bytes: number }): void {
	const { field, mimeType, bytes } = file;
	const problems = new Problems();
	if (!/^video\/mp4\b/i.test(mimeType.trim())) {
		problems.add(field, `the MIME type ${mimeType} is not accepted for a GIF, which is sent as video/mp4`);
	}
	if (bytes > MAX_BYTES) {
		problems.add(field, `the file has ${formatCount(bytes)} bytes, at most 3.5 MB are allowed for a GIF`);
	}
	problems.throwIfAny();
}
