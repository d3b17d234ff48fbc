import { ANSWER_KINDS, CLEAR, interpretAnswer as interpret, type AnswerQuestion } from '../../../../core/journey/answers';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { readMoment } from '../../../../core/shared/moment';
import { textPattern } from '../../../../core/webhook/textPattern';
import { checkTogether } from '../../shared/checkTogether';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readChoice, readObject, readRows, readString, textOf } from '../../shared/parameters';
import { interpretChoices, interpretKind, interpretOptions, interpretText } from './interpretFields';

const CLEAR_OUTPUT = 0;
const UNCLEAR_OUTPUT = 1;

function refused(field: string, message: string): InvalidInput {
	return new InvalidInput([{ field, message }]);
}

/** A number among the options; undefined when left empty. */
function numberOption(value: unknown, field: string): number | undefined {
	const text = textOf(value);
	if (text === undefined) return undefined;
	const number = Number(text);
	if (!Number.isFinite(number)) throw refused(field, `"${text}" is not a number`);
	return number;
}

function readBounds(options: Record<string, unknown>): Pick<AnswerQuestion, 'min' | 'max'> {
	const min = numberOption(options.minimum, 'Minimum');
	const max = numberOption(options.maximum, 'Maximum');
	if (min !== undefined && max !== undefined && min > max) throw refused('Minimum', `must not be greater than Maximum (${max})`);
	return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function readThreshold(options: Record<string, unknown>): number {
	const confidence = numberOption(options.minimumConfidence, 'Minimum Confidence') ?? CLEAR;
	if (confidence < 0 || confidence > 1) throw refused('Minimum Confidence', 'must be from 0 to 1');
	return confidence;
}

function readPattern(options: Record<string, unknown>): string | undefined {
	const pattern = textOf(options.orderNumberPattern);
	const read = pattern === undefined ? undefined : textPattern(pattern);
	if (read !== undefined && 'problem' in read) throw refused('Order Number Pattern', read.problem);
	return pattern;
}

/** The zone in which days are counted, and the moment they are counted from. */
function readClock({ n8n }: OperationContext, options: Record<string, unknown>): Pick<AnswerQuestion, 'now' | 'zone'> {
	const zone = textOf(options.timeZone) ?? n8n.getTimezone();
	const now = readMoment({ value: new Date(), zone });
	if (now === undefined) throw refused('Time Zone', `"${zone}" is not the name of a time zone; write it like Europe/Berlin`);
	const given = options.answeredAt === undefined || options.answeredAt === '' ? now : readMoment({ value: options.answeredAt, zone });
	if (given === undefined) throw refused('Answered At', 'is not a date; write it as 2026-12-31T18:00:00');
	return { now: given.toJSDate(), zone };
}

function readChoices({ n8n, itemIndex }: OperationContext): AnswerQuestion['choices'] {
	const choices = readRows(n8n, { name: 'choices.choice', itemIndex }).flatMap((row) => {
		const title = textOf(row.title);
		return title === undefined ? [] : [{ title, id: textOf(row.id) ?? title }];
	});
	if (choices.length === 0) throw refused('Choices', 'must have at least one choice with a title');
	return choices;
}

async function readQuestion(context: OperationContext) {
	const { n8n, itemIndex } = context;
	const options = readObject(n8n, { name: 'options', itemIndex });
	const { as, ...parts } = await checkTogether({
		as: () => readChoice(n8n, { name: 'as', itemIndex, field: 'Read As', choices: ANSWER_KINDS }),
		text: () => readString(n8n, { name: 'text', itemIndex }),
		bounds: () => readBounds(options),
		threshold: () => readThreshold(options),
		pattern: () => readPattern(options),
		clock: () => readClock(context, options),
	});
	const { bounds, clock, threshold, ...rest } = parts;
	const choices = as === 'choice' ? readChoices(context) : undefined;
	return { threshold, question: { ...rest, ...bounds, ...clock, as, language: textOf(options.language), choices } };
}

export const interpretAnswer: ItemOperation = {
	value: 'interpretAnswer',
	name: 'Interpret Answer',
	action: 'Interpret an answer from the chat',
	description: 'Read a rating, score, yes or no, number, date, choice and more out of what a person typed, in 29 languages, and tell how sure that is',
	outputs: ['Clear', 'Unclear'],
	failureOutput: UNCLEAR_OUTPUT,
	properties: [interpretText, interpretKind, interpretChoices, interpretOptions],
	async execute(context) {
		const { question, threshold } = await readQuestion(context);
		const answer = interpret(question);
		const isClear = answer.value !== null && answer.confidence >= threshold;
		const { json, binary } = context.n8n.getInputData()[context.itemIndex] ?? { json: {} };
		return {
			json: { ...json, interpreted: { ...answer, isClear, text: question.text } },
			...(binary === undefined ? {} : { binary }),
			output: isClear ? CLEAR_OUTPUT : UNCLEAR_OUTPUT,
		};
	},
};
