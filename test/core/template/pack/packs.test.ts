import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lintSet } from '../../../../core/template/lint/set';
import { readDefinitions } from '../../../../core/template/pack/definitions';
import { packTitle, PACKS } from '../../../../core/template/pack/packs';

const workflows = path.join(__dirname, '../../../../workflows');
const journeys = readdirSync(workflows).filter((folder) => existsSync(path.join(workflows, folder, 'templates.json')));

describe('bundled packs', () => {
	test('are the templates of all journeys', () => {
		expect(Object.keys(PACKS).sort()).toEqual([...journeys].sort());
		for (const journey of journeys) {
			expect(PACKS[journey]).toEqual(JSON.parse(readFileSync(path.join(workflows, journey, 'templates.json'), 'utf8')));
		}
	});

	test.each(journeys)('%s: has no error and no warning, in three languages or more', (journey) => {
		const definitions = readDefinitions({ value: PACKS[journey], field: 'Journey' });
		const checked = lintSet(definitions, { uploadsSamples: true });
		expect(checked.flatMap(({ name, language, problems }) => problems.map((problem) => ({ name, language, ...problem })))).toEqual([]);
		for (const name of new Set(checked.map((template) => template.name))) {
			expect(checked.filter((template) => template.name === name).length).toBeGreaterThanOrEqual(3);
		}
	});

	test('have a title', () => {
		expect(packTitle('order-updates')).toBe('Order Updates');
	});
});
