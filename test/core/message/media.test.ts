import { buildMedia, type MediaInput } from '../../../core/message/media';
import { problemsOf } from './problemsOf';

const id = '1013859600285441';
const link = 'https://shop.example/file';

const goldens: Array<[MediaInput, object]> = [
	[
		{ kind: 'image', source: { id }, caption: 'Your order' },
		{ type: 'image', image: { id, caption: 'Your order' } },
	],
	[
		{ kind: 'video', source: { link }, caption: 'How to' },
		{ type: 'video', video: { link, caption: 'How to' } },
	],
	[
		{ kind: 'audio', source: { id }, voice: true },
		{ type: 'audio', audio: { id, voice: true } },
	],
	[
		{ kind: 'audio', source: { link } },
		{ type: 'audio', audio: { link } },
	],
	[
		{ kind: 'document', source: { link }, caption: 'Invoice', filename: 'invoice-1001.pdf' },
		{ type: 'document', document: { link, caption: 'Invoice', filename: 'invoice-1001.pdf' } },
	],
	[
		{ kind: 'sticker', source: { id } },
		{ type: 'sticker', sticker: { id } },
	],
	[
		{ kind: 'image', source: { id }, caption: '', filename: '' },
		{ type: 'image', image: { id } },
	],
];

test.each(goldens)('builds %j', (input, message) => {
	expect(buildMedia(input)).toEqual(message);
});

const refused: Array<[MediaInput, string, string]> = [
	[{ kind: 'image', source: { id: '' } }, 'Media', 'must not be empty; give a media ID or a link'],
	[
		{ kind: 'image', source: { link: 'shop.example/a.png' } },
		'Media',
		'"shop.example/a.png" is not a web address; write it with https://',
	],
	[
		{ kind: 'audio', source: { id }, caption: 'Hi' },
		'Caption',
		'must be empty; WhatsApp shows none with audio',
	],
	[
		{ kind: 'sticker', source: { id }, caption: 'Hi' },
		'Caption',
		'must be empty; WhatsApp shows none with a sticker',
	],
	[
		{ kind: 'image', source: { id }, filename: 'a.png' },
		'File Name',
		'must be empty; only documents have one',
	],
	[
		{ kind: 'video', source: { id }, voice: true },
		'Voice Message',
		'must be off; only audio can be a voice message',
	],
];

test.each(refused)('refuses %j', (input, field, message) => {
	expect(problemsOf(() => buildMedia(input))).toEqual([{ field, message }]);
});

test('allows a caption of 1024 characters', () => {
	const build = (length: number) =>
		buildMedia({ kind: 'image', source: { id }, caption: 'x'.repeat(length) });
	expect(problemsOf(() => build(1024))).toEqual([]);
	expect(problemsOf(() => build(1025))).toEqual([
		{ field: 'Caption', message: 'has 1,025 characters, at most 1,024 are allowed' },
	]);
});
