import { mimeTypeOf } from './mediaTypes';

/** Bytes at a file's start that {@link voiceProblem} needs. */
export const VOICE_HEAD_BYTES = 38;

/** A file that shall be a voice message, as far as it must be known. */
export interface VoiceFile {
	mimeType: string;
	fileName?: string;
	/** The first {@link VOICE_HEAD_BYTES} bytes. */
	head: Uint8Array;
}

/**
 * Why a file cannot be a voice message, which must be Opus in an Ogg container with one channel (cloud-api 1.3);
 * undefined when it can. Channels are read where Ogg has them (RFC 7845, 5.1): in the first packet, which begins at
 * byte 28 since it has a page of one segment for itself.
 */
export function voiceProblem(file: VoiceFile): string | undefined {
	const { head } = file;
	const mimeType = mimeTypeOf(file);
	if (mimeType !== 'audio/ogg') return `must be off for ${mimeType || 'a file without a type'}; it takes .ogg files with Opus`;
	if (textAt(head, 0, 4) !== 'OggS' || textAt(head, 28, 36) !== 'OpusHead') {
		return 'must be off for this file; it takes .ogg files with Opus, and there is no Opus in this one';
	}
	const channels = head[37] ?? 0;
	if (channels !== 1) return `must be off for this file; it takes one channel (mono), and this one has ${channels}`;
	return undefined;
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
	return String.fromCharCode(...bytes.subarray(from, to));
}
