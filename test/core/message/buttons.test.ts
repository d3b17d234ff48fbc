import { buildButtons, type ReplyButton } from '../../../core/message/buttons';
import { problemsOf } from './problemsOf';

const yes: ReplyButton = { id: 'yes', title: 'Yes' };
const no: ReplyButton = { id: 'no', title: 'No' };

test('builds buttons with every part', () => {
	expect(
		buildButtons({
			header: { type: 'text', text: 'Order 1001' },
			body: 'Did it arrive?',
			footer: 'Shop Example',
			buttons: [yes, no],
		}),
	).toEqual({
		type: 'interactive',
		interactive: {
			type: 'button',
			header: { type: 'text', text: 'Order 1001' },
			body: { text: 'Did it arrive?' },
			footer: { text: 'Shop Example' },
			action: {
				buttons: [
					{ type: 'reply', reply: { id: 'yes', title: 'Yes' } },
					{ type: 'reply', reply: { id: 'no', title: 'No' } },
				],
			},
		},
	});
});

test.each([
	[
		{ type: 'image', source: { id: '1' } },
		{ type: 'image', image: { id: '1' } },
	],
	[
		{ type: 'video', source: { link: 'https://shop.example/v.mp4' } },
		{ type: 'video', video: { link: 'https://shop.example/v.mp4' } },
	],
	[
		{ type: 'document', source: { id: '1' }, filename: 'invoice.pdf' },
		{ type: 'document', document: { id: '1', filename: 'invoice.pdf' } },
	],
] as const)('builds the header %j', (header, expected) => {
	expect(buildButtons({ header, body: 'Body', buttons: [yes] }).interactive).toEqual({
		type: 'button',
		header: expected,
		body: { text: 'Body' },
		action: { buttons: [{ type: 'reply', reply: yes }] },
	});
});

test('reports every problem of the message at once', () => {
	const build = () =>
		buildButtons({
			header: { type: 'text', text: '' },
			body: '',
			footer: 'x'.repeat(61),
			buttons: [yes, { id: 'yes', title: 'x'.repeat(21) }, { id: '', title: 'Yes' }, no],
		});
	expect(problemsOf(build)).toEqual([
		{ field: 'Header Text', message: 'must not be empty' },
		{ field: 'Body', message: 'must not be empty' },
		{ field: 'Footer', message: 'has 61 characters, at most 60 are allowed' },
		{ field: 'Buttons', message: 'has 4 buttons, at most 3 are allowed' },
		{ field: 'Button 2 Title', message: 'has 21 characters, at most 20 are allowed' },
		{ field: 'Button 3 ID', message: 'must not be empty' },
		{ field: 'Button 3 Title', message: 'must differ from Button 1 Title; both are "Yes"' },
		{ field: 'Button 2 ID', message: 'must differ from Button 1 ID; both are "yes"' },
	]);
});

test('needs a button', () => {
	expect(problemsOf(() => buildButtons({ body: 'Body', buttons: [] }))).toEqual([
		{ field: 'Buttons', message: 'must not be empty; add at least one button' },
	]);
});

test('does not call empty titles alike', () => {
	const buttons = [
		{ id: '1', title: '' },
		{ id: '2', title: '' },
	];
	expect(problemsOf(() => buildButtons({ body: 'Body', buttons }))).toEqual([
		{ field: 'Button 1 Title', message: 'must not be empty' },
		{ field: 'Button 2 Title', message: 'must not be empty' },
	]);
});

test('needs a file in a media header', () => {
	const header = { type: 'image', source: { id: '' } } as const;
	expect(problemsOf(() => buildButtons({ header, body: 'Body', buttons: [yes] }))).toEqual([
		{ field: 'Header Media', message: 'must not be empty; give a media ID or a link' },
	]);
});

describe('limits', () => {
	const text = (length: number) => 'x'.repeat(length);
	test.each<[string, number, (length: number) => unknown]>([
		[
			'Header Text',
			60,
			(n) => buildButtons({ header: { type: 'text', text: text(n) }, body: 'B', buttons: [yes] }),
		],
		['Body', 1024, (n) => buildButtons({ body: text(n), buttons: [yes] })],
		['Footer', 60, (n) => buildButtons({ body: 'B', footer: text(n), buttons: [yes] })],
		[
			'Button 1 Title',
			20,
			(n) => buildButtons({ body: 'B', buttons: [{ id: '1', title: text(n) }] }),
		],
		[
			'Button 1 ID',
			256,
			(n) => buildButtons({ body: 'B', buttons: [{ id: text(n), title: '1' }] }),
		],
	])('%s may have %d characters', (field, max, build) => {
		expect(problemsOf(() => build(max))).toEqual([]);
		expect(problemsOf(() => build(max + 1)).map((problem) => problem.field)).toEqual([field]);
	});

	test('there may be 3 buttons', () => {
		const buttons = [yes, no, { id: 'later', title: 'Later' }];
		expect(problemsOf(() => buildButtons({ body: 'Body', buttons }))).toEqual([]);
	});
});
