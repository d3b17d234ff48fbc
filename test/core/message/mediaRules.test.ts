import { checkMedia, mediaKindOf, type MediaKind } from '../../../core/message/mediaRules';
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
