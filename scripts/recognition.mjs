// Writes the table of docs/consent-recognition.md from the labelled messages of the fixture; with --wrong lists what is recognised wrongly.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const docs = path.join(root, 'docs', 'consent-recognition.md');
const fixtures = path.join(root, 'test', 'fixtures', 'consentUtterances');

async function load(file) {
	const { outputFiles } = await build({
		entryPoints: [path.join(root, file)],
		bundle: true,
		platform: 'node',
		format: 'esm',
		write: false,
		logLevel: 'warning',
	});
	return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}

const { recogniseConsent } = await load('core/consent/recognise/recogniseConsent.ts');
const { readUtterances, table } = await load('test/core/consent/recognise/measure.ts');

const read = (file) => readUtterances(readFileSync(path.join(fixtures, file), 'utf8'));
const utterances = read('utterances.tsv');
const later = read('adversarial.tsv');
const figures = table({ utterances, later, recognise: recogniseConsent });
const text = readFileSync(docs, 'utf8');
const [before] = text.split('<!-- figures -->');
const after = text.split('<!-- end of figures -->')[1] ?? '';
writeFileSync(docs, `${before}<!-- figures -->\n${figures}\n<!-- end of figures -->${after}`);
console.log(figures);

if (process.argv.includes('--wrong')) {
	for (const { language, intent, text: message } of [...utterances, ...later]) {
		const { intent: given, confidence, decidedBy } = recogniseConsent({ text: message });
		if (given !== intent) console.log(`${language}: ${intent}, taken as ${given} (${confidence}, ${decidedBy.join(' + ')}): ${message}`);
	}
}
