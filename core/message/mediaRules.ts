import { InvalidInput, Problems } from '../errors/invalidInput';
import { formatCount } from '../shared/text';

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/**
 * What Meta accepts per kind (cloud-api part 2). Whether its megabyte is 1,000,000 or 1,048,576 bytes
 * is unverified; the larger is taken, so that nothing Meta would accept is refused here. A sticker may
 * have 500 KB when animated and 100 KB when not: the type does not tell, so the larger is checked.
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

/** Names that programs give to types that Meta knows under another name. */
const ALIASES: ReadonlyMap<string, string> = new Map([
	['image/jpg', 'image/jpeg'],
	['image/pjpeg', 'image/jpeg'],
	['audio/mp3', 'audio/mpeg'],
	['audio/m4a', 'audio/mp4'],
	['audio/x-m4a', 'audio/mp4'],
	['audio/x-aac', 'audio/aac'],
	// Opus files are Ogg containers, and Meta lists Opus as audio/ogg only.
	['audio/opus', 'audio/ogg'],
	['application/ogg', 'audio/ogg'],
	['video/3gp', 'video/3gpp'],
	['application/x-pdf', 'application/pdf'],
]);

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

/**
 * Checks type and size of a file before its upload.
 *
 * @param file.kind what it shall be sent as; derived from the type when left out
 * @param file.field name of the form's field, for the error; `Media` when left out
 * @throws {InvalidInput} for a type that Meta (or the kind) does not accept, with the accepted ones; for
 * an empty file; for a file over the limit, with the limit
 */
export function checkMedia(file: {
	kind?: MediaKind;
	mimeType: string;
	bytes: number;
	field?: string;
}): CheckedMedia {
	const { bytes, field = 'Media' } = file;
	const mimeType = canonicalMimeType(file.mimeType);
	const kind = file.kind ?? mediaKindOf(mimeType);
	if (kind === undefined || !MEDIA_RULES[kind].mimeTypes.includes(mimeType)) {
		throw new InvalidInput([{ field, message: wrongType({ mimeType, kind: file.kind }) }]);
	}
	const problems = new Problems();
	const { maxBytes } = MEDIA_RULES[kind];
	if (bytes === 0) problems.add(field, 'the file is empty');
	if (bytes > maxBytes) {
		problems.add(
			field,
			`the file has ${formatCount(bytes)} bytes, at most ${sizeOf(maxBytes)} are allowed for ${kind}`,
		);
	}
	problems.throwIfAny();
	return { kind, mimeType };
}

function canonicalMimeType(mimeType: string): string {
	const bare = (mimeType.split(';')[0] ?? '').trim().toLowerCase();
	return ALIASES.get(bare) ?? bare;
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
