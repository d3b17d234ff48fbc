import { z } from 'zod';
import { GraphError, invalidValue, missing } from '../errors';
import { LIMITS, MEDIA_RULES, STATIC_STICKER_SIZE, type MediaKind } from '../limits';
import type { Media } from '../records';
import type { State } from '../state';
import { limitedText, webAddress } from './shape';

const source = {
	id: z.union([z.string(), z.number().transform(String)]).optional(),
	link: webAddress(LIMITS.template.url).optional(),
};
const caption = limitedText(LIMITS.caption).optional();

/** The media objects of a message by kind (cloud-api 1.3): which keys each takes beside `id` or `link`. */
export const MEDIA_SCHEMAS = {
	audio: z.object({ ...source, voice: z.boolean().optional() }).strict(),
	document: z.object({ ...source, caption, filename: z.string().optional() }).strict(),
	image: z.object({ ...source, caption }).strict(),
	sticker: z.object(source).strict(),
	video: z.object({ ...source, caption }).strict(),
} as const;

/** True for the name of a media kind. */
export function isMediaKind(type: string): type is MediaKind {
	return Object.hasOwn(MEDIA_RULES, type);
}

/** The MIME type without parameters, in lower case. */
export function bareMimeType(mimeType: string): string {
	return (mimeType.split(';')[0] ?? '').trim().toLowerCase();
}

/** The kind a MIME type belongs to, or `undefined` when Meta does not take it. */
export function kindOf(mimeType: string): MediaKind | undefined {
	const bare = bareMimeType(mimeType);
	const kinds = Object.keys(MEDIA_RULES).filter(isMediaKind);
	return kinds.find((kind) => MEDIA_RULES[kind].mimeTypes.includes(bare));
}

/** True for a WebP file whose extended header says that it moves. */
export function isAnimatedWebp(bytes: Buffer): boolean {
	return bytes.length > 20 && bytes.toString('latin1', 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
}

/** The file that is still there under a media ID, in sandbox time. */
export function findMedia(state: State, id: string): Media | undefined {
	const media = state.media.get(id);
	return media && media.expiresAt > state.clock.now() ? media : undefined;
}

/** Refuses an upload with 131053 when Meta takes no such type or no file of that size (cloud-api 2). */
export function checkUpload(input: { mimeType: string; bytes: Buffer }): void {
	const { mimeType, bytes } = input;
	const kind = kindOf(mimeType);
	if (!kind)
		throw new GraphError({ code: 131053, details: `Unsupported file type: ${bareMimeType(mimeType) || 'none'}.` });
	const { size } = MEDIA_RULES[kind];
	const limit = kind === 'sticker' && !isAnimatedWebp(bytes) ? STATIC_STICKER_SIZE : size;
	if (bytes.length === 0) throw new GraphError({ code: 131053, details: 'The file is empty.' });
	if (bytes.length > limit)
		throw new GraphError({
			code: 131053,
			details: `The file is too large for ${kind}: ${bytes.length} bytes, limit ${limit} bytes.`,
		});
}

/**
 * Checks where a media object's file comes from: exactly one of `id` and `link`; an ID must exist and be of a type that
 * the kind takes. Links are not fetched.
 */
export function checkMediaSource(input: {
	state: State;
	kind: MediaKind;
	value: { id?: string; link?: string };
	name: string;
}): void {
	const { state, kind, value, name } = input;
	if ((value.id === undefined) === (value.link === undefined)) {
		if (value.id === undefined) throw missing(`One of the parameters ${name}['id'] and ${name}['link'] is required.`);
		throw invalidValue(`Only one of the parameters ${name}['id'] and ${name}['link'] is allowed.`);
	}
	if (value.id === undefined) return;
	const media = findMedia(state, value.id);
	if (!media) throw invalidValue(`Param ${name}['id'] is not a valid whatsapp business account media attachment ID`);
	if (!MEDIA_RULES[kind].mimeTypes.includes(bareMimeType(media.mimeType))) {
		throw new GraphError({
			code: 131053,
			details: `${name}: a file of type ${bareMimeType(media.mimeType)} cannot be sent as ${kind}.`,
		});
	}
}
