import { asObject, asText, compact, type Json } from '../json';
import type { State } from '../state';
import type { PhoneHeader, PhoneMedia } from './types';

/** Where the phone page loads a file from: the emulator without a token, or the link the business gave. */
function addressOf(state: State, source: { id?: string; link?: string }): string {
	return source.id === undefined ? (source.link ?? '') : `${state.baseUrl}/_control/media/${source.id}`;
}

/** A media object (`{id | link, caption, filename, voice}`) as a bubble shows it. */
export function phoneMedia(input: { state: State; kind: string; value: Json | undefined }): PhoneMedia {
	const { state, kind } = input;
	const value = asObject(input.value);
	const id = asText(value.id);
	const stored = id === undefined ? undefined : state.media.get(id);
	return compact({
		kind,
		url: addressOf(state, { id, link: asText(value.link) }),
		mimeType: stored?.mimeType,
		filename: asText(value.filename) ?? (kind === 'document' ? stored?.filename : undefined),
		caption: asText(value.caption),
		voice: value.voice === true ? true : undefined,
	});
}

/** A media object as a header shows it. */
export function phoneHeaderMedia(input: {
	state: State;
	kind: 'image' | 'video' | 'document';
	value: Json | undefined;
}): PhoneHeader {
	const { url, filename } = phoneMedia(input);
	return compact({ type: input.kind, mediaUrl: url, filename });
}
