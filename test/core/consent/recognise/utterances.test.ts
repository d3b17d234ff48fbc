import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recogniseConsent } from '../../../../core/consent/recognise/recogniseConsent';
import { readUtterances, score, table } from './measure';

const root = path.join(__dirname, '../../../..');
const utterances = readUtterances(readFileSync(path.join(root, 'test/fixtures/consentUtterances/utterances.tsv'), 'utf8'));

test('the fixture is large, hard and broad', () => {
	const languages = new Set(utterances.map(({ language }) => language));
	expect(utterances.length).toBeGreaterThanOrEqual(900);
	expect(languages.size).toBeGreaterThanOrEqual(35);
	expect(utterances.filter(({ intent }) => intent === 'none').length / utterances.length).toBeGreaterThanOrEqual(0.4);
	expect([...languages].filter((language) => utterances.filter((one) => one.language === language).length < 20)).toEqual([]);
});

test.each([
	['developed on', false],
	['held out', true],
])('precision and recall hold over the half that was %s', (_, isHeldOut) => {
	const half = utterances.filter((one) => one.isHeldOut === isHeldOut);
	for (const intent of ['optOut', 'optIn'] as const) {
		const { precision, recall } = score({ utterances: half, intent, recognise: recogniseConsent });
		expect({ intent, precision: precision >= 0.97, recall: recall >= 0.97 }).toEqual({ intent, precision: true, recall: true });
	}
});

test('the scope of opt-outs is right', () => {
	const optOuts = utterances.filter(({ intent, text }) => intent === 'optOut' && recogniseConsent({ text }).intent === 'optOut');
	const right = optOuts.filter(({ scope, text }) => recogniseConsent({ text }).scope === scope);
	expect(right.length / optOuts.length).toBeGreaterThanOrEqual(0.97);
});

test('docs/consent-recognition.md shows the figures of today (npm run recognition)', () => {
	const docs = readFileSync(path.join(root, 'docs/consent-recognition.md'), 'utf8');
	expect(docs).toContain(table(utterances, recogniseConsent));
});
