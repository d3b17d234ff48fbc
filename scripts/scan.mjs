// n8n's own scanner, as it decides whether a package may be installed: over the sources and over what is published.
// Left out are its two network steps: npm's provenance attestation, and fetching the sources from GitHub.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = path.join(import.meta.dirname, '..');

function filesIn(folder, suffix) {
	return readdirSync(folder, { recursive: true }).filter((file) => suffix.test(file));
}

/** Packs the package as `npm publish` would, and unpacks it into `folder`. */
function unpackInto(folder) {
	const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
		cwd: root,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	const [{ filename, files }] = JSON.parse(packed);
	if (!files.some((file) => file.path.endsWith('.node.js'))) {
		throw new Error('dist holds no node: run `npm run build` first');
	}
	execFileSync('tar', ['-xzf', filename], { cwd: folder });
	return path.join(folder, 'package');
}

function findings(result) {
	if (result.passed) return 0;
	console.error(result.details ?? result.message);
	const counted = /\((\d+) errors?,/.exec(result.details ?? '');
	return counted === null ? 1 : Number(counted[1]);
}

const folder = mkdtempSync(path.join(tmpdir(), 'scan-'));
try {
	const published = unpackInto(folder);
	const source = ['nodes', 'credentials'].flatMap((part) => filesIn(path.join(root, part), /\.(js|ts|json)$/)).length + 1;
	const dist = filesIn(published, /(\.js|^package\.json)$/).length;
	const total =
		findings(await analyzePackage(root, SOURCE_FILE_PATTERNS)) +
		findings(await analyzePackage(published, ['**/*.js', 'package.json']));
	console.log(`scan: source ${source} files, dist ${dist} files, ${total} findings`);
	process.exitCode = total === 0 ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
