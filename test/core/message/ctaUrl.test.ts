import { buildCtaUrl } from '../../../core/message/ctaUrl';
import { problemsOf } from './problemsOf';

const valid = {
	body: 'On its way',
	displayText: 'Track order',
	url: 'https://shop.example/t/1001',
};

test('builds a button that opens a page', () => {
	expect(
		buildCtaUrl({
			...valid,
			header: { type: 'image', source: { id: '1' } },
			footer: 'Shop Example',
		}),
	).toEqual({
		type: 'interactive',
		interactive: {
			type: 'cta_url',
			header: { type: 'image', image: { id: '1' } },
			body: { text: 'On its way' },
			footer: { text: 'Shop Example' },
			action: {
				name: 'cta_url',
				parameters: { display_text: 'Track order', url: 'https://shop.example/t/1001' },
			},
		},
	});
});

test('reports every problem of the message at once', () => {
	expect(problemsOf(() => buildCtaUrl({ body: '', displayText: '', url: 'shop.example' }))).toEqual(
		[
			{ field: 'Body', message: 'must not be empty' },
			{ field: 'Button Text', message: 'must not be empty' },
			{ field: 'URL', message: '"shop.example" is not a web address; write it with https://' },
		],
	);
	expect(problemsOf(() => buildCtaUrl({ ...valid, url: '' }))).toEqual([
		{ field: 'URL', message: 'must not be empty' },
	]);
});

test.each([
	['Body', 1024, (text: string) => buildCtaUrl({ ...valid, body: text })],
	['Button Text', 20, (text: string) => buildCtaUrl({ ...valid, displayText: text })],
] as const)('%s may have %d characters', (field, max, build) => {
	expect(problemsOf(() => build('x'.repeat(max)))).toEqual([]);
	expect(problemsOf(() => build('x'.repeat(max + 1))).map((problem) => problem.field)).toEqual([
		field,
	]);
});
