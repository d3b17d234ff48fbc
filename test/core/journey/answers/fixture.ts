import { readFileSync } from 'node:fs';
import path from 'node:path';
import { interpretAnswer, type Answer, type AnswerKind, type Choice } from '../../../../core/journey/answers';

/** One labelled answer of the fixture. */
export interface Labelled {
	as: AnswerKind;
	/** '' when the conversation's language is not known. */
	language: string;
	text: string;
	/** What a person means by it; '' where nobody could tell. */
	value: string;
	isClear: boolean;
}

/** The choices that the answers to `choice` chose from. */
export const CHOICES: Choice[] = [
	{ id: 'm', title: 'Morning (9-12)' },
	{ id: 'a', title: 'Afternoon (12-17)' },
	{ id: 'e', title: 'Evening (17-20)' },
];

/** A Wednesday. */
export const NOW = new Date('2026-11-18T10:00:00Z');
export const ZONE = 'Europe/Berlin';

export function labelled(): Labelled[] {
	const file = path.join(__dirname, '../../../fixtures/answers/answers.tsv');
	const [, ...lines] = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
	return lines.map((line) => {
		const [as, language, text = '', value = '', clear] = line.split('\t');
		return { as: as as AnswerKind, language: language === '-' ? '' : (language ?? ''), text, value, isClear: clear === 'clear' };
	});
}

export function answerOf({ as, language, text }: Labelled): Answer {
	return interpretAnswer({ as, language, text, now: NOW, zone: ZONE, choices: CHOICES });
}

/** Right is the value said to be clear, or, where a person could not tell, an answer that is not clear. */
export function isRight(label: Labelled): boolean {
	const answer = answerOf(label);
	return label.isClear ? answer.isClear && String(answer.value) === label.value : !answer.isClear;
}
