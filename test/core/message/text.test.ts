import { buildText } from '../../../core/message/text';
import { problemsOf } from './problemsOf';

test('builds a text', () => {
	expect(buildText({ body: 'Hello *Ana*' })).toEqual({
		type: 'text',
		text: { body: 'Hello *Ana*' },
	});
});

test.each([true, false])('passes on the preview switch %s', (previewUrl) => {
	expect(buildText({ body: 'https://shop.example', previewUrl })).toEqual({
		type: 'text',
		text: { body: 'https://shop.example', preview_url: previewUrl },
	});
});

test.each(['', ' \n\t'])('refuses the empty text %j', (body) => {
	expect(problemsOf(() => buildText({ body }))).toEqual([
		{ field: 'Text', message: 'must not be empty' },
	]);
});

test('allows 4096 characters, counted by code point', () => {
	expect(buildText({ body: '😀'.repeat(4096) }).text.body).toHaveLength(8192);
	expect(problemsOf(() => buildText({ body: 'x'.repeat(4097) }))).toEqual([
		{ field: 'Text', message: 'has 4,097 characters, at most 4,096 are allowed' },
	]);
});
