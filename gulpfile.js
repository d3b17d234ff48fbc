'use strict';

const { execFile } = require('node:child_process');
const { readdir, readFile, rm, stat, writeFile } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const DIST = 'dist';

/** What n8n brings along; everything else is bundled, because the package may have no runtime dependency. */
const PROVIDED_BY_N8N = ['n8n-workflow', 'luxon'];

async function clean() {
	await rm(DIST, { recursive: true, force: true });
}

/** Types are checked here, since esbuild drops them unread. */
function typecheck(done) {
	const tsc = require.resolve('typescript/bin/tsc');
	execFile(process.execPath, [tsc, '--noEmit', '-p', 'tsconfig.json'], (error, stdout) => {
		done(error === null ? undefined : new Error(`The types do not hold:\n${stdout}`));
	});
}

async function entryPoints() {
	const nodes = (await readdir('nodes', { recursive: true })).filter((file) => file.endsWith('.node.ts'));
	const credentials = (await readdir('credentials')).filter((file) => file.endsWith('.credentials.ts'));
	return [...nodes.map((file) => path.join('nodes', file)), ...credentials.map((file) => path.join('credentials', file))];
}

/** The licences of what was bundled must travel with it. */
async function writeLicences(inputs) {
	const packages = new Set(inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []));
	const notices = [];
	for (const name of [...packages].sort()) {
		const folder = path.join('node_modules', name);
		const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
		if (file === undefined) throw new Error(`${name} would be bundled but has no licence file`);
		notices.push(`${name}\n\n${(await readFile(path.join(folder, file), 'utf8')).trim()}\n`);
	}
	if (notices.length > 0) await writeFile(path.join(DIST, 'licences.txt'), notices.join('\n---\n\n'));
}

async function bundle() {
	const result = await esbuild.build({
		entryPoints: await entryPoints(),
		outdir: DIST,
		outbase: '.',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		// Word lists of many scripts would be twice as long as escapes.
		charset: 'utf8',
		external: PROVIDED_BY_N8N,
		legalComments: 'inline',
		metafile: true,
		logLevel: 'warning',
	});
	await writeLicences(Object.keys(result.metafile.inputs));
}

/** Icons are referenced as `file:../../icons/x.svg`, so `dist` keeps the tree of the sources. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest(`${DIST}/icons`));
}

function codex() {
	return src('nodes/**/*.node.json').pipe(dest(`${DIST}/nodes`));
}

async function report() {
	let total = 0;
	for (const file of (await readdir(DIST, { recursive: true })).sort()) {
		const { size, isFile } = await stat(path.join(DIST, file)).then((entry) => ({ size: entry.size, isFile: entry.isFile() }));
		if (!isFile) continue;
		total += size;
		console.log(`${(size / 1024).toFixed(1).padStart(8)} kB  ${file}`);
	}
	console.log(`${(total / 1024).toFixed(1).padStart(8)} kB  in all`);
}

exports.clean = clean;
exports.build = series(clean, parallel(typecheck, series(bundle, parallel(icons, codex))), report);
exports.default = exports.build;
