import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, INodeType } from 'n8n-workflow';
import ts from 'typescript';
import { resources } from '../nodes/WhatsAppBusiness/actions/resources';
import type { Operation } from '../nodes/WhatsAppBusiness/shared/operation';
import { WhatsAppBusiness } from '../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { WhatsAppBusinessTrigger } from '../nodes/WhatsAppBusiness/WhatsAppBusinessTrigger.node';

const root = path.join(__dirname, '..');
const NODE = 'nodes/WhatsAppBusiness';

function filesOf(folder: string): string[] {
	if (!existsSync(path.join(root, folder))) return [];
	return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
		.map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
		.sort();
}

const sources = new Map<string, ts.SourceFile>();

function sourceOf(file: string): ts.SourceFile {
	const known = sources.get(file);
	if (known !== undefined) return known;
	const text = readFileSync(path.join(root, file), 'utf8');
	const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
	sources.set(file, parsed);
	return parsed;
}

function nodesIn(from: ts.Node): ts.Node[] {
	const found: ts.Node[] = [from];
	ts.forEachChild(from, (child) => {
		found.push(...nodesIn(child));
	});
	return found;
}

/** What a file imports: packages by name, our own files by their path from the root. */
function importsOf(file: string): string[] {
	return ts.preProcessFile(sourceOf(file).text, true, true).importedFiles.map(({ fileName }) =>
		fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
	);
}

const shipped = ['core', 'nodes', 'credentials'].flatMap(filesOf);

/**
 * The table of docs/architecture.md, part 2: a file under the folder may import what starts with one of these. The first
 * folder that fits decides, so special cases stand first.
 */
const IMPORT_RULES: ReadonlyArray<{ folder: string; may: string[] }> = [
	{ folder: 'core/webhook/signature.ts', may: ['core/', 'luxon', 'node:crypto'] },
	{ folder: 'core/template/pack/packs.ts', may: ['workflows/'] },
	{ folder: 'core/phone/', may: ['core/', 'luxon', 'libphonenumber-js'] },
	{ folder: 'core/', may: ['core/', 'luxon'] },
	...resources.map(({ value }) => ({
		folder: `${NODE}/actions/${value}/`,
		may: [
			'core/',
			'n8n-workflow',
			...[`actions/${value}/`, 'transport/', 'properties/', 'store/', 'shared/', 'waiting/', 'consent/'].map((part) => `${NODE}/${part}`),
		],
	})),
	{ folder: `${NODE}/actions/`, may: [`${NODE}/actions/`, `${NODE}/shared/`, `${NODE}/transport/`, 'n8n-workflow'] },
	{ folder: `${NODE}/properties/`, may: [`${NODE}/properties/`, 'n8n-workflow'] },
	{ folder: `${NODE}/transport/`, may: [`${NODE}/transport/`, `${NODE}/shared/`, 'core/', 'n8n-workflow'] },
	{ folder: `${NODE}/store/`, may: [`${NODE}/store/`, 'core/', 'n8n-workflow'] },
	{ folder: `${NODE}/methods/`, may: [`${NODE}/methods/`, `${NODE}/transport/`, 'core/', 'n8n-workflow'] },
	{
		folder: `${NODE}/consent/`,
		may: ['consent', 'transport', 'store', 'shared'].map((part) => `${NODE}/${part}/`).concat('core/', 'n8n-workflow'),
	},
	{
		folder: `${NODE}/waiting/`,
		may: ['waiting', 'transport', 'store', 'shared'].map((part) => `${NODE}/${part}/`).concat('core/', 'n8n-workflow'),
	},
	{ folder: `${NODE}/trigger/`, may: ['trigger', 'transport', 'store', 'waiting'].map((part) => `${NODE}/${part}/`).concat('core/', 'n8n-workflow') },
	{ folder: `${NODE}/shared/`, may: [`${NODE}/shared/`, 'core/', 'n8n-workflow'] },
	{ folder: `${NODE}/`, may: [`${NODE}/`, 'n8n-workflow'] },
	{ folder: 'credentials/', may: ['n8n-workflow'] },
];

function forbiddenImports(file: string): string[] {
	const rule = IMPORT_RULES.find(({ folder }) => file.startsWith(folder));
	if (rule === undefined) return [`${file} stands in no folder of the design`];
	return importsOf(file)
		.filter((imported) => !rule.may.some((allowed) => imported === allowed || imported.startsWith(allowed)))
		.map((imported) => `${file} imports ${imported}`);
}

describe('imports', () => {
	test('follow the table of the design', () => {
		expect(shipped.length).toBeGreaterThan(20);
		expect(shipped.flatMap(forbiddenImports)).toEqual([]);
	});

	test('keep the sandbox an independent oracle', () => {
		const strays = filesOf('sandbox').flatMap((file) =>
			importsOf(file)
				.filter((imported) => /^(core|nodes|credentials)\//.test(imported))
				.map((imported) => `${file} imports ${imported}`),
		);
		expect(strays).toEqual([]);
	});
});

describe('code', () => {
	test('needs no exception from the rules', () => {
		const exceptions = shipped.flatMap((file) => {
			const source = sourceOf(file);
			const comments = /eslint-disable|@ts-(?:ignore|nocheck|expect-error)/.exec(source.text);
			const anys = nodesIn(source).filter((node) => node.kind === ts.SyntaxKind.AnyKeyword);
			return [
				...(comments === null ? [] : [`${file}: ${comments[0]}`]),
				...anys.map((node) => `${file}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}: any`),
			];
		});
		expect(exceptions).toEqual([]);
	});

	/** Tables of data, whose length is not complexity. */
	const DATA_TABLES: string[] = [];
	const LONGEST = 260;

	test(`keeps files at or under ${LONGEST} lines`, () => {
		const harness = filesOf('test/harness').filter((file) => !file.endsWith('.test.ts'));
		const long = [...shipped, ...filesOf('sandbox/src'), ...filesOf('sandbox/page'), ...harness]
			.filter((file) => !DATA_TABLES.includes(file))
			.map((file) => ({ file, lines: sourceOf(file).text.split('\n').length - 1 }))
			.filter(({ lines }) => lines > LONGEST);
		expect(long).toEqual([]);
	});

	test('tests without mocked modules, patched timers, skipped or focused tests', () => {
		const banned =
			/\bjest\s*\.\s*(?:mock|doMock|unstable_mockModule|useFakeTimers|retryTimes)\b|\b(?:test|it|describe)\s*\.\s*(?:skip|only|todo|failing)\b|\bx(?:test|it|describe)\s*\(/;
		const found = ['test', 'sandbox/test']
			.flatMap(filesOf)
			.filter((file) => file !== 'test/architecture.test.ts')
			.flatMap((file) => {
				const match = banned.exec(sourceOf(file).text);
				return match === null ? [] : [`${file}: ${match[0]}`];
			});
		expect(found).toEqual([]);
	});
});

describe('operations', () => {
	const files = filesOf(`${NODE}/actions`).filter((file) => file.endsWith('.operation.ts'));

	function place(file: string): { resource: string; verb: string } {
		const [verb = ''] = path.posix.basename(file).split('.');
		return { resource: path.posix.basename(path.posix.dirname(file)), verb };
	}

	test.each(files)('%s is listed in its resource under its own name', async (file) => {
		const { resource, verb } = place(file);
		const exported: unknown[] = Object.values((await import(path.join(root, file))) as object);
		const listed: Operation[] = resources.find(({ value }) => value === resource)?.operations ?? [];
		expect(listed.filter((operation) => exported.includes(operation)).map(({ value }) => value)).toEqual([verb]);
	});

	test('have a test each', () => {
		const tests = files.map(place).map(({ resource, verb }) => `test/nodes/${resource}/${verb}.test.ts`);
		expect(tests.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
	});

	test('leave loops and catching to the router', () => {
		const kinds = [
			ts.SyntaxKind.ForStatement,
			ts.SyntaxKind.ForOfStatement,
			ts.SyntaxKind.ForInStatement,
			ts.SyntaxKind.WhileStatement,
			ts.SyntaxKind.DoStatement,
			ts.SyntaxKind.TryStatement,
		];
		const found = files.flatMap((file) =>
			nodesIn(sourceOf(file))
				.filter((node) => ts.isMethodDeclaration(node) && node.name.getText() === 'execute')
				.flatMap(nodesIn)
				.filter((node) => kinds.includes(node.kind))
				.map((node) => `${file}: ${ts.SyntaxKind[node.kind]}`),
		);
		expect(found).toEqual([]);
	});
});

describe('copy rules of n8n', () => {
	const SMALL_WORDS = ['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'per', 'the', 'to', 'with'];
	const PROPER = /^(?:WhatsApp|QR|Meta|CTA|URL|ID|PDF|WABA|BSUID|API|n8n|Data|Table)$/;

	function isTitleCase(text: string): boolean {
		const words = text.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
		return words.every((word, index) => /^[^\p{L}]*\p{Lu}/u.test(word) || word === 'n8n' || (index > 0 && SMALL_WORDS.includes(word)));
	}

	function isSentenceCase(text: string): boolean {
		const [first = '', ...rest] = text.split(/\s+/);
		return /^\p{Lu}/u.test(first) && rest.every((word) => PROPER.test(word) || word === word.toLowerCase());
	}

	type Field = INodeProperties & { where: string };
	const nodes: INodeType[] = [new WhatsAppBusiness(), new WhatsAppBusinessTrigger()];

	function isProperty(option: INodePropertyOptions | INodeProperties | INodePropertyCollection): option is INodeProperties {
		return 'displayName' in option && 'type' in option;
	}

	function fieldsOf(properties: INodeProperties[], where: string): Field[] {
		return properties.flatMap((property) => {
			const here = `${where}.${property.name}`;
			const inside = (property.options ?? []).flatMap((option) =>
				'values' in option ? option.values : isProperty(option) ? [option] : [],
			);
			return [{ ...property, where: here }, ...fieldsOf(inside, here)];
		});
	}

	const fields = nodes.flatMap(({ description }) => fieldsOf(description.properties, description.name));

	function namesIn(field: Field): string[] {
		return (field.options ?? []).map((option) => ('displayName' in option ? option.displayName : option.name));
	}

	test('names are in Title Case', () => {
		const shown = fields.filter(({ type }) => !['notice', 'callout', 'hidden'].includes(type));
		const names = shown.flatMap((field) => [field.displayName, ...namesIn(field)].map((name) => `${field.where}: ${name}`));
		expect(names.length).toBeGreaterThan(50);
		expect(names.filter((name) => !isTitleCase(name.slice(name.indexOf(': ') + 2)))).toEqual([]);
	});

	test('actions are in sentence case', () => {
		const actions = resources.flatMap(({ operations }) => operations.map(({ action }) => action));
		expect(actions.filter((action) => !isSentenceCase(action))).toEqual([]);
	});

	test('five options or more are sorted by name', () => {
		const unsorted = fields
			.filter(({ type }) => ['options', 'multiOptions', 'collection', 'fixedCollection'].includes(type))
			.map((field) => ({ where: field.where, names: namesIn(field) }))
			.filter(({ names }) => names.length >= 5)
			// The days of the week have an order of their own.
			.filter(({ names }) => names[0] !== 'Monday')
			.filter(({ names }) => names.join() !== [...names].sort((a, b) => a.localeCompare(b)).join());
		expect(unsorted).toEqual([]);
	});

	test('switches begin with "Whether"', () => {
		const switches = fields.filter(({ type }) => type === 'boolean');
		expect(switches.filter(({ description }) => !/^Whether /.test(description ?? '')).map(({ where }) => where)).toEqual([]);
	});
});

describe('package', () => {
	const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		dependencies?: object;
		files: string[];
		n8n: { nodes: string[]; credentials: string[] };
	};

	test('registers every node and credential, and ships dist alone without runtime dependencies', () => {
		const built = (suffix: string) =>
			shipped.filter((file) => file.endsWith(suffix)).map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);
		expect([...manifest.n8n.nodes].sort()).toEqual(built('.node.ts'));
		expect([...manifest.n8n.credentials].sort()).toEqual(built('.credentials.ts'));
		expect(manifest.files).toEqual(['dist']);
		expect(manifest.dependencies ?? {}).toEqual({});
	});

	test('docs/operations.md says what the nodes do', () => {
		const check = () =>
			execFileSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
		expect(check).not.toThrow();
	});
});
