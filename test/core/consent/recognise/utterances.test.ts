import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recogniseConsent } from '../../../../core/consent/recognise/recogniseConsent';
import { readUtterances, score, table, type Utterance } from './measure';

const root = path.join(__dirname, '../../../..');

function read(file: string): Utterance[] {
	return readUtterances(readFileSync(path.join(root, 'test/fixtures/consentUtterances', file), 'utf8'));
}

const utterances = read('utterances.tsv');
const later = read('adversarial.tsv');

test('the fixture is large, hard and broad', () => {
	const languages = new Set(utterances.map(({ language }) => language));
	expect(utterances.length).toBeGreaterThanOrEqual(900);
	expect(languages.size).toBeGreaterThanOrEqual(35);
	expect(utterances.filter(({ intent }) => intent === 'none').length / utterances.length).toBeGreaterThanOrEqual(0.4);
	expect([...languages].filter((language) => utterances.filter((one) => one.language === language).length < 20)).toEqual([]);
});

test.each([
	['the half that was developed on', utterances.filter(({ isHeldOut }) => !isHeldOut)],
	['the half that was held out', utterances.filter(({ isHeldOut }) => isHeldOut)],
	['messages written against the rules', later],
])('precision and recall hold over %s', (_, half) => {
	for (const intent of ['optOut', 'optIn'] as const) {
		const { precision, recall } = score({ utterances: half, intent, recognise: recogniseConsent });
		expect({ intent, precision: precision >= 0.97, recall: recall >= 0.97 }).toEqual({ intent, precision: true, recall: true });
	}
});

test('the scope of opt-outs is right', () => {
	const optOuts = [...utterances, ...later].filter(({ intent, text }) => intent === 'optOut' && recogniseConsent({ text }).intent === 'optOut');
	const right = optOuts.filter(({ scope, text }) => recogniseConsent({ text }).scope === scope);
	expect(right.length / optOuts.length).toBeGreaterThanOrEqual(0.97);
});

test('docs/consent-recognition.md shows the figures of today (npm run recognition)', () => {
	const docs = readFileSync(path.join(root, 'docs/consent-recognition.md'), 'utf8');
	expect(docs).toContain(table({ utterances, later, recognise: recogniseConsent }));
});
