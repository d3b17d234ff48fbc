import { InvalidInput, Problems } from '../errors/invalidInput';
import { formatCount } from '../shared/text';
import { canonicalMimeType, mimeTypeOf } from './mediaTypes';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/**
 * What Meta accepts per kind (cloud-api part 2). Whether its megabyte is 1,000,000 or 1,048,576 bytes
 * is unverified; the larger is taken, so that nothing Meta would accept is refused here. A sticker has
 * the limit of an animated one here; one that does not move may have 100 KB only.
 */
export const MEDIA_RULES: Readonly<
	Record<MediaKind, { mimeTypes: readonly string[]; maxBytes: number }>
> = {
	audio: {
		mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
		maxBytes: 16 * MEGABYTE,
	},
	document: {
		mimeTypes: [
			'text/plain',
			'application/pdf',
			'application/msword',
			'application/vnd.ms-excel',
			'application/vnd.ms-powerpoint',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		],
		maxBytes: 100 * MEGABYTE,
	},
	image: { mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * MEGABYTE },
	sticker: { mimeTypes: ['image/webp'], maxBytes: 500 * KILOBYTE },
	video: { mimeTypes: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MEGABYTE },
};

/** A sticker that does not move has a lower limit than an animated one (cloud-api 1.3). */
const STATIC_STICKER_BYTES = 100 * KILOBYTE;

/** What a resumable upload takes for template samples and profile pictures (cloud-api part 2). */
const SAMPLE_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'video/mp4'];

const KIND_BY_MIME_TYPE: ReadonlyMap<string, MediaKind> = new Map(
	kinds().flatMap((kind) => MEDIA_RULES[kind].mimeTypes.map((mimeType) => [mimeType, kind])),
);

/** A file that passed: what it is sent as, and the MIME type to name in the upload. */
export interface CheckedMedia {
	kind: MediaKind;
	mimeType: string;
}

/**
 * The kind a file of this MIME type is sent as (`image/webp` is a sticker); undefined for types that
 * Meta does not accept. Case and parameters such as `; codecs=opus` do not matter.
 */
export function mediaKindOf(mimeType: string): MediaKind | undefined {
	return KIND_BY_MIME_TYPE.get(canonicalMimeType(mimeType));
}

/** A file as far as it must be known to be checked. */
export interface MediaFile {
	mimeType: string;
	/** Its ending decides where the type says nothing, as `application/octet-stream` does. */
	fileName?: string;
	bytes: number;
	/** Stickers: whether it moves, see {@link isAnimatedWebp}; when left out, the limit of those that do counts. */
	animated?: boolean;
	/** Name of the form's field, for the error; `Media` when left out. */
	field?: string;
}

/**
 * Checks type and size of a file before its upload.
 *
 * @param file.kind what it shall be sent as; derived from the type when left out
 * @throws {InvalidInput} for a type that Meta (or the kind) does not accept, with the accepted ones; for
 * an empty file; for a file over the limit, with the limit
 */
export function checkMedia(file: MediaFile & { kind?: MediaKind }): CheckedMedia {
	const { field = 'Media' } = file;
	const mimeType = mimeTypeOf(file);
	const kind = file.kind ?? KIND_BY_MIME_TYPE.get(mimeType);
	if (kind === undefined || !MEDIA_RULES[kind].mimeTypes.includes(mimeType)) {
		throw new InvalidInput([{ field, message: wrongType({ mimeType, kind: file.kind }) }]);
	}
	const isStill = kind === 'sticker' && file.animated === false;
	checkSize(file, {
		maxBytes: isStill ? STATIC_STICKER_BYTES : MEDIA_RULES[kind].maxBytes,
		name: isStill ? 'a sticker that does not move' : kind,
	});
	return { kind, mimeType };
}

/**
 * Checks a file that is uploaded as a template's sample or as a profile picture: type, and the size that a message of
 * its kind may have (a limit of the resumable upload itself is not documented).
 *
 * @throws {InvalidInput} as {@link checkMedia} does
 */
export function checkSample(file: MediaFile): CheckedMedia {
	const { field = 'Media' } = file;
	const mimeType = mimeTypeOf(file);
	const kind = KIND_BY_MIME_TYPE.get(mimeType);
	if (kind === undefined || !SAMPLE_TYPES.includes(mimeType)) {
		const message = `the MIME type ${mimeType || '(none)'} is not accepted for a sample. Accepted are ${SAMPLE_TYPES.join(', ')}`;
		throw new InvalidInput([{ field, message }]);
	}
	checkSize(file, { maxBytes: MEDIA_RULES[kind].maxBytes, name: kind });
	return { kind, mimeType };
}

/** Bytes at a file's start that {@link isAnimatedWebp} needs. */
export const WEBP_HEAD_BYTES = 21;

/** True for a WebP file whose extended header has the animation flag (WebP container specification, `VP8X`). */
export function isAnimatedWebp(head: Uint8Array): boolean {
	const format = String.fromCharCode(...head.subarray(12, 16));
	return format === 'VP8X' && ((head[WEBP_HEAD_BYTES - 1] ?? 0) & 0b10) !== 0;
}

function checkSize(file: MediaFile, limit: { maxBytes: number; name: string }): void {
	const { bytes, field = 'Media' } = file;
	const problems = new Problems();
	if (bytes === 0) problems.add(field, 'the file is empty');
	if (bytes > limit.maxBytes) {
		problems.add(
			field,
			`the file has ${formatCount(bytes)} bytes, at most ${sizeOf(limit.maxBytes)} are allowed for ${limit.name}`,
		);
	}
	problems.throwIfAny();
}

function wrongType(input: { mimeType: string; kind?: MediaKind }): string {
	const { mimeType, kind } = input;
	const other = KIND_BY_MIME_TYPE.get(mimeType);
	const hint = other === undefined ? '' : `; it can be sent as ${other}`;
	const given =
		mimeType === ''
			? 'the file has no MIME type'
			: `the MIME type ${mimeType} is not accepted${kind === undefined ? '' : ` for ${kind}`}${hint}`;
	const accepted = (kind === undefined ? kinds() : [kind]).map(
		(name) => `${name}: ${MEDIA_RULES[name].mimeTypes.join(', ')}`,
	);
	return `${given}. Accepted are ${accepted.join('; ')}`;
}

function sizeOf(bytes: number): string {
	return bytes >= MEGABYTE ? `${bytes / MEGABYTE} MB` : `${bytes / KILOBYTE} KB`;
}

function kinds(): MediaKind[] {
	return ['audio', 'document', 'image', 'sticker', 'video'];
}
