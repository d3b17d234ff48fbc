// Writes docs/operations.md from the nodes' own descriptions; with --check only compares, and fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const target = path.join(root, 'docs', 'operations.md');
const require = createRequire(import.meta.url);

/** Bundles a node in memory and makes one, so that the text can never lag behind the sources. */
async function load(file) {
	const { outputFiles } = await build({
		entryPoints: [path.join(root, file)],
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow', 'luxon'],
		write: false,
		logLevel: 'warning',
	});
	const module = { exports: {} };
	new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
	const Node = module.exports[path.basename(file).split('.')[0]];
	return new Node().description;
}

function cell(text) {
	return String(text ?? '')
		.replace(/<[^>]+>/g, '')
		.replace(/\s+/g, ' ')
		.replaceAll('|', '\\|')
		.trim();
}

/** The choices of a list, and the fields inside a collection. */
function inside(property) {
	const options = property.options ?? [];
	if (property.type === 'options' || property.type === 'multiOptions') return [];
	return options.flatMap((option) => option.values ?? [option]).filter((field) => field.displayName !== undefined);
}

function choices(property) {
	if (property.type !== 'options' && property.type !== 'multiOptions') return '';
	const names = (property.options ?? []).map((option) => option.name);
	return names.length === 0 ? '' : `One of: ${names.join(', ')}.`;
}

function sentences(...parts) {
	return parts
		.map(cell)
		.filter((part) => part !== '')
		.map((part) => (/[.:!?]$/.test(part) ? part : `${part}.`))
		.join(' ');
}

function rows(properties, depth = 0) {
	return properties
		.filter((property) => !['hidden', 'notice', 'callout'].includes(property.type))
		.flatMap((property) => [
			`| ${'&nbsp;&nbsp;&nbsp;&nbsp;'.repeat(depth)}${cell(property.displayName)} | \`${property.name}\` | ${
				property.required === true ? 'yes' : ''
			} | ${sentences(property.description, choices(property))} |`,
			...rows(inside(property), depth + 1),
		]);
}

function table(properties) {
	const body = rows(properties);
	if (body.length === 0) return 'No fields.';
	return ['| Field | Name | Required | |', '|---|---|---|---|', ...body].join('\n');
}

function shownFor(property, chosen) {
	const show = property.displayOptions?.show ?? {};
	return Object.entries(chosen).every(([name, value]) => show[name] === undefined || show[name].includes(value));
}

function operations({ properties }) {
	const fields = properties.filter(({ name }) => name !== 'resource' && name !== 'operation');
	const resources = properties.find(({ name }) => name === 'resource').options;
	return resources.flatMap((resource) => {
		const selectors = properties.filter(
			(property) => property.name === 'operation' && shownFor(property, { resource: resource.value }),
		);
		return selectors.flatMap((selector) => selector.options).flatMap((operation) => [
			`### ${resource.name}: ${operation.name}`,
			sentences(operation.description),
			table(fields.filter((field) => shownFor(field, { resource: resource.value, operation: operation.value }))),
		]);
	});
}

function chapter(description) {
	const resourceful = description.properties.some(({ name }) => name === 'resource');
	return [
		`## ${description.displayName}`,
		sentences(description.description),
		...(resourceful ? operations(description) : [table(description.properties)]),
	];
}

const { nodes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).n8n;
const parts = ['# Operations', 'Written by `npm run docs` from the nodes themselves: change it there.'];
for (const file of nodes) parts.push(...chapter(await load(file.replace(/^dist\//, '').replace(/\.js$/, '.ts'))));
const text = `${parts.join('\n\n')}\n`;

if (!process.argv.includes('--check')) {
	writeFileSync(target, text);
	console.log(`docs: ${nodes.length} nodes written to docs/operations.md`);
} else {
	let current = '';
	try {
		current = readFileSync(target, 'utf8');
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
	}
	if (current !== text) {
		console.error('docs/operations.md does not say what the nodes do: run `npm run docs`');
		process.exitCode = 1;
	}
}
