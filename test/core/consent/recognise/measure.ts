import type { ConsentRecognition } from '../../../../core/consent/recognise/recogniseConsent';

/** A labelled message of the fixture. */
export interface Utterance {
	language: string;
	intent: ConsentRecognition['intent'];
	/** Only of opt-outs. */
	scope: 'all' | 'marketing';
	text: string;
	/** In the half that was never looked at while the rules and tables were written. */
	isHeldOut: boolean;
}

/** Reads `language<TAB>label<TAB>text` lines below a header; every second message of a language is held out. */
export function readUtterances(tsv: string): Utterance[] {
	const seen = new Map<string, number>();
	return tsv
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => {
			const [language = '', label = '', text = ''] = line.split('\t');
			const [intent = '', scope] = label.split('/');
			if (intent !== 'optOut' && intent !== 'optIn' && intent !== 'none') throw new Error(`Unknown label in "${line}"`);
			const place = seen.get(language) ?? 0;
			seen.set(language, place + 1);
			return {
				language,
				intent,
				scope: scope === 'marketing' ? 'marketing' : 'all',
				text: text.replaceAll('\\n', '\n'),
				isHeldOut: place % 2 === 1,
			};
		});
}

type Recognise = (message: { text: string }) => ConsentRecognition;

/** Precision and recall of one intent, with what they are made of. */
export interface Score {
	found: number;
	right: number;
	wanted: number;
	precision: number;
	recall: number;
}

export function score({ utterances, intent, recognise }: { utterances: readonly Utterance[]; intent: ConsentRecognition['intent']; recognise: Recognise }): Score {
	const answers = utterances.map((utterance) => ({ wanted: utterance.intent, given: recognise({ text: utterance.text }).intent }));
	const found = answers.filter(({ given }) => given === intent).length;
	const wanted = answers.filter((answer) => answer.wanted === intent).length;
	const right = answers.filter((answer) => answer.given === intent && answer.wanted === intent).length;
	return { found, right, wanted, precision: found === 0 ? 1 : right / found, recall: wanted === 0 ? 1 : right / wanted };
}

function cells(utterances: readonly Utterance[], recognise: Recognise): string[] {
	const [out, into] = (['optOut', 'optIn'] as const).map((intent) => score({ utterances, intent, recognise }));
	const share = (value: number | undefined) => (value ?? 0).toFixed(2);
	return [String(utterances.length), share(out?.precision), share(out?.recall), share(into?.precision), share(into?.recall)];
}

/** The table of docs/consent-recognition.md: per language over the fixture, then the sums of its halves and of the sets written against the rules. */
export function table({ utterances, later, recognise }: { utterances: readonly Utterance[]; later: readonly Utterance[]; recognise: Recognise }): string {
	const languages = [...new Set(utterances.map(({ language }) => language))].sort();
	const rows = languages.map((language) => [language, ...cells(utterances.filter((one) => one.language === language), recognise)]);
	const sums = [
		['all, developed on', ...cells(utterances.filter(({ isHeldOut }) => !isHeldOut), recognise)],
		['all, held out', ...cells(utterances.filter(({ isHeldOut }) => isHeldOut), recognise)],
		['written against it', ...cells(later, recognise)],
	];
	const head = ['language', 'messages', 'opt-out precision', 'opt-out recall', 'opt-in precision', 'opt-in recall'];
	return [head, head.map(() => '---'), ...rows, ...sums].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
