import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answerOf, isRight, labelled } from './fixture';

/** The table of docs/answers.md: right answers of all, by kind or language. */
function share<T extends string>(groupOf: (label: ReturnType<typeof labelled>[number]) => T): Array<[T, string]> {
	const groups = new Map<T, { right: number; all: number }>();
	for (const label of labelled()) {
		const counts = groups.get(groupOf(label)) ?? { right: 0, all: 0 };
		groups.set(groupOf(label), { right: counts.right + Number(isRight(label)), all: counts.all + 1 });
	}
	return [...groups].map(([group, { right, all }]): [T, string] => [group, `${right} of ${all}`]).sort(([a], [b]) => a.localeCompare(b));
}

describe('labelled answers', () => {
	const answers = labelled();

	test('are many, in many languages, with hard ones among them', () => {
		expect(answers.length).toBeGreaterThanOrEqual(400);
		expect(new Set(answers.map(({ language }) => language.slice(0, 2))).size).toBeGreaterThanOrEqual(12);
		expect(answers.filter(({ isClear }) => !isClear).length).toBeGreaterThanOrEqual(100);
	});

	test('are never understood as something else', () => {
		const wrong = answers.filter((label) => {
			const answer = answerOf(label);
			return label.isClear && answer.isClear && String(answer.value) !== label.value;
		});
		expect(wrong.map(({ text }) => text)).toEqual([]);
	});

	test('are understood as well as docs/answers.md says', () => {
		const docs = readFileSync(path.join(__dirname, '../../../../docs/answers.md'), 'utf8');
		const rows = [...docs.matchAll(/^\| `([^`]+)` \| (\d+ of \d+) \|/gm)].map(([, group, figure]) => [group, figure]);
		expect(rows).toEqual([...share(({ as }) => as), ...share(({ language }) => language.slice(0, 2) || 'not given')]);
	});
});
