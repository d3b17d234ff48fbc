import { checkMedia, checkSample, isAnimatedWebp, mediaKindOf, type MediaKind } from '../../../core/message/mediaRules';
import { problemsOf } from './problemsOf';

test.each([
	['image/jpeg', 'image'],
	['IMAGE/PNG', 'image'],
	['image/jpg', 'image'],
	['image/webp', 'sticker'],
	['audio/ogg; codecs=opus', 'audio'],
	['audio/opus', 'audio'],
	['audio/mp3', 'audio'],
	['text/plain; charset=utf-8', 'document'],
	['application/pdf', 'document'],
	['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'document'],
	['video/3gpp', 'video'],
	['application/octet-stream', undefined],
	['image/gif', undefined],
	['text/csv', undefined],
	['', undefined],
])('mediaKindOf(%j) is %s', (mimeType, kind) => {
	expect(mediaKindOf(mimeType)).toBe(kind);
});

test('gives the kind and the MIME type to upload with', () => {
	expect(checkMedia({ mimeType: 'audio/opus', bytes: 1 })).toEqual({
		kind: 'audio',
		mimeType: 'audio/ogg',
	});
	expect(checkMedia({ kind: 'document', mimeType: 'Text/Plain; charset=utf-8', bytes: 1 })).toEqual(
		{ kind: 'document', mimeType: 'text/plain' },
	);
});

test.each<[MediaKind, string, number, string, string]>([
	['image', 'image/png', 5_242_880, '5,242,881', '5 MB'],
	['video', 'video/mp4', 16_777_216, '16,777,217', '16 MB'],
	['audio', 'audio/aac', 16_777_216, '16,777,217', '16 MB'],
	['document', 'application/pdf', 104_857_600, '104,857,601', '100 MB'],
	['sticker', 'image/webp', 512_000, '512,001', '500 KB'],
])('%s as %s may have %d bytes', (kind, mimeType, bytes, over, limit) => {
	expect(checkMedia({ mimeType, bytes })).toEqual({ kind, mimeType });
	expect(problemsOf(() => checkMedia({ mimeType, bytes: bytes + 1 }))).toEqual([
		{
			field: 'Media',
			message: `the file has ${over} bytes, at most ${limit} are allowed for ${kind}`,
		},
	]);
});

test('refuses an empty file', () => {
	expect(problemsOf(() => checkMedia({ mimeType: 'image/png', bytes: 0, field: 'File' }))).toEqual([
		{ field: 'File', message: 'the file is empty' },
	]);
});

test('lists every accepted type for an unknown one', () => {
	const [problem] = problemsOf(() =>
		checkMedia({ mimeType: 'application/octet-stream', bytes: 1 }),
	);
	expect(problem?.message).toMatch(
		/^the MIME type application\/octet-stream is not accepted\. Accepted are audio: audio\/aac, .*; document: text\/plain, .*; image: image\/jpeg, image\/png; sticker: image\/webp; video: video\/mp4, video\/3gpp$/,
	);
});

test.each([
	[
		'image',
		'application/pdf',
		'the MIME type application/pdf is not accepted for image; it can be sent as document. Accepted are image: image/jpeg, image/png',
	],
	['sticker', '', 'the file has no MIME type. Accepted are sticker: image/webp'],
] as const)('names what %s accepts instead of %j', (kind, mimeType, message) => {
	expect(problemsOf(() => checkMedia({ kind, mimeType, bytes: 1 }))).toEqual([
		{ field: 'Media', message },
	]);
});

test('takes the type from the ending of the name where the type says nothing', () => {
	const file = { mimeType: 'application/octet-stream', fileName: 'a.PDF', bytes: 1 };
	expect(checkMedia(file)).toEqual({ kind: 'document', mimeType: 'application/pdf' });
	expect(problemsOf(() => checkMedia({ ...file, kind: 'image' }))).toEqual([
		{
			field: 'Media',
			message:
				'the MIME type application/pdf is not accepted for image; it can be sent as document. Accepted are image: image/jpeg, image/png',
		},
	]);
});

test('a sticker may have 102400 bytes when it does not move, 512000 when it does', () => {
	const sticker = { mimeType: 'image/webp', bytes: 102_400, animated: false };
	expect(checkMedia(sticker)).toEqual({ kind: 'sticker', mimeType: 'image/webp' });
	expect(problemsOf(() => checkMedia({ ...sticker, bytes: 102_401 }))).toEqual([
		{
			field: 'Media',
			message: 'the file has 102,401 bytes, at most 100 KB are allowed for a sticker that does not move',
		},
	]);
	expect(checkMedia({ ...sticker, bytes: 512_000, animated: true }).kind).toBe('sticker');
	expect(problemsOf(() => checkMedia({ ...sticker, bytes: 512_001, animated: true }))).toHaveLength(1);
});

test.each([
	['RIFF....WEBPVP8X....', 0b10, true],
	['RIFF....WEBPVP8X....', 0b111110, true],
	['RIFF....WEBPVP8X....', 0b111100, false],
	['RIFF....WEBPVP8L....', 0b10, false],
	['RIFF', 0b10, false],
	['', 0b10, false],
])('a file that begins with %j and %d moves: %s', (text, flags, animated) => {
	expect(isAnimatedWebp(Buffer.concat([Buffer.from(text), Buffer.of(flags)]))).toBe(animated);
});

test.each([
	['application/pdf', 104_857_600, '100 MB are allowed for document'],
	['image/jpeg', 5_242_880, '5 MB are allowed for image'],
	['image/png', 5_242_880, '5 MB are allowed for image'],
	['video/mp4', 16_777_216, '16 MB are allowed for video'],
])('a sample of type %s may have %d bytes', (mimeType, bytes, limit) => {
	expect(checkSample({ mimeType, bytes }).mimeType).toBe(mimeType);
	const [problem] = problemsOf(() => checkSample({ mimeType, bytes: bytes + 1, field: 'File' }));
	expect(problem).toMatchObject({ field: 'File', message: expect.stringContaining(limit) });
});

test.each(['image/webp', 'audio/ogg', 'text/plain', 'application/zip', ''])('a sample of type %j is refused', (mimeType) => {
	const [problem] = problemsOf(() => checkSample({ mimeType, bytes: 1 }));
	expect(problem?.message).toMatch(/Accepted are application\/pdf, image\/jpeg, image\/png, video\/mp4$/);
});
