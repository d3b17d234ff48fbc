import { buildList, type ListRow, type ListSection } from '../../../core/message/list';
import { problemsOf } from './problemsOf';

function rows(count: number, from = 1): ListRow[] {
	return Array.from({ length: count }, (_, i) => ({
		id: `r${from + i}`,
		title: `Row ${from + i}`,
	}));
}

function list(input: Partial<Parameters<typeof buildList>[0]>) {
	return buildList({ body: 'Body', button: 'Choose', sections: [{ rows: rows(1) }], ...input });
}

test('builds a list with every part', () => {
	expect(
		buildList({
			headerText: 'Delivery',
			body: 'When shall we come?',
			footer: 'Shop Example',
			button: 'Choose a time',
			sections: [
				{ title: 'Today', rows: [{ id: 't1', title: '16–18', description: 'Evening' }] },
				{ title: 'Tomorrow', rows: [{ id: 't2', title: '8–10' }] },
			],
		}),
	).toEqual({
		type: 'interactive',
		interactive: {
			type: 'list',
			header: { type: 'text', text: 'Delivery' },
			body: { text: 'When shall we come?' },
			footer: { text: 'Shop Example' },
			action: {
				button: 'Choose a time',
				sections: [
					{ title: 'Today', rows: [{ id: 't1', title: '16–18', description: 'Evening' }] },
					{ title: 'Tomorrow', rows: [{ id: 't2', title: '8–10' }] },
				],
			},
		},
	});
});

test('leaves out the empty parts', () => {
	expect(list({ headerText: '', footer: '', sections: [{ title: '', rows: rows(1) }] })).toEqual({
		type: 'interactive',
		interactive: {
			type: 'list',
			body: { text: 'Body' },
			action: { button: 'Choose', sections: [{ rows: [{ id: 'r1', title: 'Row 1' }] }] },
		},
	});
});

test('reports every problem of the message at once', () => {
	const sections: ListSection[] = [
		{ rows: [{ id: 'a', title: '' }] },
		{
			title: 'x'.repeat(25),
			rows: [{ id: 'a', title: 'x'.repeat(25), description: 'x'.repeat(73) }],
		},
		{ title: 'Empty', rows: [] },
	];
	expect(problemsOf(() => buildList({ body: '', button: '', sections }))).toEqual([
		{ field: 'Body', message: 'must not be empty' },
		{ field: 'Button Text', message: 'must not be empty' },
		{ field: 'Section 1 Title', message: 'must not be empty' },
		{ field: 'Section 1 Row 1 Title', message: 'must not be empty' },
		{ field: 'Section 2 Title', message: 'has 25 characters, at most 24 are allowed' },
		{ field: 'Section 2 Row 1 Title', message: 'has 25 characters, at most 24 are allowed' },
		{ field: 'Section 2 Row 1 Description', message: 'has 73 characters, at most 72 are allowed' },
		{ field: 'Section 3 Rows', message: 'must not be empty; add at least one row' },
		{ field: 'Section 2 Row 1 ID', message: 'must differ from Section 1 Row 1 ID; both are "a"' },
	]);
});

describe('limits', () => {
	const text = (length: number) => 'x'.repeat(length);
	const row = (part: Partial<ListRow>) =>
		list({ sections: [{ rows: [{ id: '1', title: '1', ...part }] }] });
	test.each<[string, number, (length: number) => unknown]>([
		['Header Text', 60, (n) => list({ headerText: text(n) })],
		['Body', 4096, (n) => list({ body: text(n) })],
		['Footer', 60, (n) => list({ footer: text(n) })],
		['Button Text', 20, (n) => list({ button: text(n) })],
		['Section 1 Title', 24, (n) => list({ sections: [{ title: text(n), rows: rows(1) }] })],
		['Section 1 Row 1 Title', 24, (n) => row({ title: text(n) })],
		['Section 1 Row 1 Description', 72, (n) => row({ description: text(n) })],
		['Section 1 Row 1 ID', 200, (n) => row({ id: text(n) })],
	])('%s may have %d characters', (field, max, build) => {
		expect(problemsOf(() => build(max))).toEqual([]);
		expect(problemsOf(() => build(max + 1)).map((problem) => problem.field)).toEqual([field]);
	});

	test('there may be 10 rows in all sections together', () => {
		const sections = (second: number) => [
			{ title: 'A', rows: rows(5) },
			{ title: 'B', rows: rows(second, 6) },
		];
		expect(problemsOf(() => list({ sections: sections(5) }))).toEqual([]);
		expect(problemsOf(() => list({ sections: sections(6) }))).toEqual([
			{ field: 'Sections', message: 'has 11 rows in all, at most 10 are allowed' },
		]);
	});

	test('there may be 10 sections', () => {
		const sections = (count: number) =>
			rows(count).map((one) => ({ title: one.title, rows: [one] }));
		expect(problemsOf(() => list({ sections: sections(10) }))).toEqual([]);
		expect(problemsOf(() => list({ sections: sections(11) }))).toEqual([
			{ field: 'Sections', message: 'has 11 sections, at most 10 are allowed' },
			{ field: 'Sections', message: 'has 11 rows in all, at most 10 are allowed' },
		]);
		expect(problemsOf(() => list({ sections: [] }))).toEqual([
			{ field: 'Sections', message: 'must not be empty; add at least one section' },
		]);
	});
});
