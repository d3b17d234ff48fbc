import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const WORKFLOWS = join(__dirname, '..', '..', '..', 'workflows');

test('the Postgres store makes the schema that stands beside it for people to read', () => {
	const text = readFileSync(join(WORKFLOWS, 'store-postgres', 'store-postgres.json'), 'utf8');
	const { nodes } = JSON.parse(text) as { nodes: Array<{ name: string; parameters: { query?: string } }> };
	const schema = nodes.find(({ name }) => name === 'Make the Schema');
	expect(schema?.parameters.query).toBe(readFileSync(join(WORKFLOWS, 'store-postgres', 'schema.sql'), 'utf8'));
});

test.each(['store-postgres', 'store-redis'])('%s names no credential and no address of ours', (name) => {
	const text = readFileSync(join(WORKFLOWS, name, `${name}.json`), 'utf8');
	const { nodes } = JSON.parse(text) as { nodes: Array<{ credentials?: object }> };
	expect(nodes.flatMap(({ credentials }) => Object.keys(credentials ?? {}))).toEqual([]);
	expect(text).not.toMatch(/localhost|127\.0\.0\.1/);
});
