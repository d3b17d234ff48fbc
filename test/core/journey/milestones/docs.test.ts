import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MILESTONES } from '../../../../core/journey/milestones/milestone';
import { SERVICES } from '../../../../core/journey/milestones/services';
import type { StatusTable } from '../../../../core/journey/milestones/tables/table';

const docs = readFileSync(path.join(__dirname, '../../../../docs/shipment-milestones.md'), 'utf8');

/** The rows below a service's heading, by milestone. */
function rowsOf(name: string): Map<string, string[]> {
	const part = docs.slice(docs.indexOf(`### ${name}\n`)).split('\n### ')[0] ?? '';
	const rows = part.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| milestone'));
	return new Map(rows.map((line) => line.split('|').slice(1, -1)).map(([milestone = '', ...cells]) => [milestone.replaceAll('`', '').trim(), cells]));
}

/** `status` or `sub-status` of a row, as the docs list them. */
function listed(rows: Map<string, string[]>, column: number): Record<string, string | null> {
	return Object.fromEntries(
		[...rows].flatMap(([milestone, cells]) => [...(cells[column] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => [key, milestone === 'no news' ? null : milestone])),
	);
}

describe('docs/shipment-milestones.md', () => {
	test.each<StatusTable>(Object.values(SERVICES))('has the table of $name', ({ name, status, subStatus }) => {
		const rows = rowsOf(name);
		expect(listed(rows, 0)).toEqual(status);
		expect(listed(rows, 1)).toEqual(subStatus);
	});

	test('explains every milestone', () => {
		expect(MILESTONES.filter((milestone) => !docs.includes(`| \`${milestone}\` | `))).toEqual([]);
	});
});
