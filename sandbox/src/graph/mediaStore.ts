import { createHash } from 'node:crypto';
import { newId } from '../ids';
import { LIMITS } from '../limits';
import type { Media } from '../records';
import type { State } from '../state';

/** Keeps a file. `life` is how long its ID works, in milliseconds of sandbox time. */
export function storeMedia(input: {
	state: State;
	phoneNumberId: string;
	bytes: Buffer;
	mimeType: string;
	filename?: string;
	life: number;
}): Media {
	const { state, life, ...file } = input;
	const sha256 = createHash('sha256').update(file.bytes).digest();
	const media: Media = { ...file, id: newId.media(), sha256, expiresAt: state.clock.now() + life, urls: new Map() };
	state.media.set(media.id, media);
	return media;
}

/** A new media URL below `origin`, where the client reaches the emulator; it works for 5 minutes and needs the bearer token (cloud-api 2). */
export function mediaUrl(input: { state: State; media: Media; origin: string }): string {
	const { state, media, origin } = input;
	const token = newId.urlToken();
	media.urls.set(token, state.clock.now() + LIMITS.media.urlLife);
	return `${origin}/_media/${media.id}?ext=${token}`;
}
