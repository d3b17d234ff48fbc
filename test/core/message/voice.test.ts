import { buildMedia } from '../../../core/message/media';
import { VOICE_HEAD_BYTES, voiceProblem } from '../../../core/message/voice';
import { problemsOf } from './problemsOf';

/** The start of an Ogg file whose first packet is that of a codec. */
function head({ magic = 'OggS', codec = 'OpusHead', channels = 1 } = {}): Uint8Array {
	const bytes = Buffer.alloc(VOICE_HEAD_BYTES);
	bytes.write(magic, 0, 'latin1');
	bytes.write(codec, 28, 'latin1');
	bytes[36] = 1;
	bytes[37] = channels;
	return bytes;
}

const source = { id: '1013859600285441' };

test.each(['audio/ogg', 'audio/ogg; codecs=opus', 'audio/opus', 'application/ogg'])('%s with Opus, mono, can be one', (mimeType) => {
	expect(voiceProblem({ mimeType, head: head() })).toBeUndefined();
	expect(buildMedia({ kind: 'audio', source, voice: true, voiceFile: { mimeType, head: head() } })).toEqual({
		type: 'audio',
		audio: { ...source, voice: true },
	});
});

test('a type that says nothing leaves it to the ending of the name', () => {
	expect(voiceProblem({ mimeType: 'application/octet-stream', fileName: 'a.ogg', head: head() })).toBeUndefined();
});

test.each([
	[{ mimeType: 'audio/mpeg', head: head() }, 'must be off for audio/mpeg; it takes .ogg files with Opus'],
	[{ mimeType: '', head: head() }, 'must be off for a file without a type; it takes .ogg files with Opus'],
	[
		{ mimeType: 'audio/ogg', head: head({ codec: '\u0001vorbis' }) },
		'must be off for this file; it takes .ogg files with Opus, and there is no Opus in this one',
	],
	[
		{ mimeType: 'audio/ogg', head: new Uint8Array(3) },
		'must be off for this file; it takes .ogg files with Opus, and there is no Opus in this one',
	],
	[
		{ mimeType: 'audio/ogg', head: head({ channels: 2 }) },
		'must be off for this file; it takes one channel (mono), and this one has 2',
	],
])('refuses %j', (voiceFile, message) => {
	expect(problemsOf(() => buildMedia({ kind: 'audio', source, voice: true, voiceFile }))).toEqual([
		{ field: 'Voice Message', message },
	]);
	expect(problemsOf(() => buildMedia({ kind: 'audio', source, voiceFile }))).toEqual([]);
});
