import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { LIMITS } from './limits';
import type { MediaKind } from './mediaRules';
import { checkSource, type MediaSource } from './mediaSource';
import { voiceProblem, type VoiceFile } from './voice';

type Captioned = MediaSource & { caption?: string };

export type MediaMessage =
	| { type: 'image'; image: Captioned }
	| { type: 'video'; video: Captioned }
	| { type: 'audio'; audio: MediaSource & { voice?: boolean } }
	| { type: 'document'; document: Captioned & { filename?: string } }
	| { type: 'sticker'; sticker: MediaSource };

export interface MediaInput {
	kind: MediaKind;
	source: MediaSource;
	/** Image, video and document only. */
	caption?: string;
	/** Document only; its extension chooses the icon. */
	filename?: string;
	/** Audio only: a voice message, which needs .ogg with Opus, mono. */
	voice?: boolean;
	/** The file of a voice message, where it is at hand; one behind an ID or a link is left to Meta. */
	voiceFile?: VoiceFile;
}

/**
 * A message with a file (cloud-api 1.3); needs an open customer service window.
 *
 * @throws {InvalidInput} naming `Media`, `Caption`, `File Name` or `Voice Message`, also for an option
 * that the kind does not have: a caption that silently vanishes would not be noticed
 */
export function buildMedia(input: MediaInput): MediaMessage {
	const problems = new Problems();
	const source = checkSource(problems, { field: 'Media', source: input.source });
	const options = checkOptions(problems, input);
	problems.throwIfAny();
	return messageOf({ kind: input.kind, source, ...options });
}

function checkOptions(problems: Problems, input: MediaInput) {
	const { kind } = input;
	const caption = checkText(problems, {
		field: 'Caption',
		value: input.caption,
		max: LIMITS.caption,
		optional: true,
	});
	const filename = checkText(problems, {
		field: 'File Name',
		value: input.filename,
		optional: true,
	});
	if (caption !== '' && (kind === 'audio' || kind === 'sticker')) {
		problems.add('Caption', `must be empty; WhatsApp shows none with ${nameOf(kind)}`);
	}
	if (filename !== '' && kind !== 'document') {
		problems.add('File Name', 'must be empty; only documents have one');
	}
	if (input.voice === true && kind !== 'audio') {
		problems.add('Voice Message', 'must be off; only audio can be a voice message');
	}
	const problem = input.voice === true && input.voiceFile ? voiceProblem(input.voiceFile) : undefined;
	if (problem !== undefined) problems.add('Voice Message', problem);
	return {
		caption: caption === '' ? {} : { caption },
		filename: filename === '' ? {} : { filename },
		voice: input.voice === undefined ? {} : { voice: input.voice },
	};
}

function messageOf(input: {
	kind: MediaKind;
	source: MediaSource;
	caption: { caption?: string };
	filename: { filename?: string };
	voice: { voice?: boolean };
}): MediaMessage {
	const { kind, source, caption, filename, voice } = input;
	switch (kind) {
		case 'image':
			return { type: kind, image: { ...source, ...caption } };
		case 'video':
			return { type: kind, video: { ...source, ...caption } };
		case 'audio':
			return { type: kind, audio: { ...source, ...voice } };
		case 'document':
			return { type: kind, document: { ...source, ...caption, ...filename } };
		case 'sticker':
			return { type: kind, sticker: { ...source } };
	}
}

function nameOf(kind: 'audio' | 'sticker'): string {
	return kind === 'audio' ? 'audio' : 'a sticker';
}
