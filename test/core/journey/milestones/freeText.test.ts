import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readFreeText } from '../../../../core/journey/milestones/freeText/read';
import { MILESTONES } from '../../../../core/journey/milestones/milestone';

/** Lines of `milestone <tab> language <tab> text`; `unknown` for what must not lead to a notice. */
const LINES = readFileSync(path.join(__dirname, '../../../fixtures/shipments/texts.tsv'), 'utf8')
	.trim()
	.split('\n')
	.map((line) => line.split('\t'))
	.map(([milestone = '', language = '', text = '']) => ({ milestone, language, text }));

describe('free text', () => {
	test('the fixture is large, has every milestone and language, and no line twice', () => {
		expect(LINES.length).toBeGreaterThanOrEqual(250);
		expect(new Set(LINES.map(({ milestone }) => milestone))).toEqual(new Set([...MILESTONES, 'unknown']));
		expect(new Set(LINES.map(({ language }) => language)).size).toBeGreaterThanOrEqual(9);
		expect(new Set(LINES.map(({ text }) => text)).size).toBe(LINES.length);
	});

	test('every line is understood as labelled', () => {
		const wrong = LINES.map((line) => ({ ...line, read: readFreeText(line.text) ?? 'unknown' })).filter(({ milestone, read }) => milestone !== read);
		expect(wrong).toEqual([]);
	});

	test('upper case, outer blanks and missing accents change nothing', () => {
		const changed = LINES.flatMap(({ milestone, text }) =>
			[text.toUpperCase(), `  ${text}\n`, text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')].map((variant) => ({ milestone, variant, read: readFreeText(variant) ?? 'unknown' })),
		);
		expect(changed.filter(({ milestone, read }) => milestone !== read)).toEqual([]);
	});
});
