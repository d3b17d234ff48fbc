import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { patternProblem, type TextRule } from '../../../../core/journey/acceptText';
import type { OperationContext } from '../../shared/operation';
import { readChoice, readObject, readString, textOf } from '../../shared/parameters';
import type { ReplyWait } from '../../waiting/waitState';

const RULES = ['any', 'date', 'email', 'number', 'orderNumber', 'pattern', 'rating', 'yesNo'] as const;

function readPattern({ n8n, itemIndex }: OperationContext): string {
	const pattern = readString(n8n, { name: 'textPattern', itemIndex });
	const problem = pattern === '' ? 'must not be empty' : patternProblem(pattern);
	if (problem !== undefined) throw new InvalidInput([{ field: 'Regular Expression', message: problem }]);
	return pattern;
}

function bounds(options: IDataObject): { min?: number; max?: number } {
	const numberOf = (value: unknown) => (value === undefined || value === '' || !Number.isFinite(Number(value)) ? undefined : Number(value));
	const min = numberOf(options.minNumber);
	const max = numberOf(options.maxNumber);
	if (min !== undefined && max !== undefined && min > max) {
		throw new InvalidInput([{ field: 'Lowest Number', message: 'must not be above Highest Number' }]);
	}
	return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** What a typed answer must be; undefined for anything. */
export function readTextRule(context: OperationContext): TextRule | undefined {
	const { n8n, itemIndex } = context;
	const is = readChoice(n8n, { name: 'textRule', itemIndex, field: 'Text Must Be', choices: RULES });
	if (is === 'any') return undefined;
	if (is === 'pattern') return { is, pattern: readPattern(context) };
	const options = readObject(n8n, { name: 'options', itemIndex });
	const language = textOf(options.answerLanguage);
	const rule = { zone: n8n.getTimezone(), ...(language !== undefined && { language }) };
	return is === 'number' || is === 'rating' ? { is, ...rule, ...bounds(options) } : { is, ...rule };
}

/** What the options say about answers. */
export function readAnswerOptions({ n8n, itemIndex }: OperationContext): Pick<ReplyWait, 'askAgain' | 'downloads'> & { journeyKey: string } {
	const options = readObject(n8n, { name: 'options', itemIndex });
	const text = textOf(options.askAgainText);
	const most = Number(options.askAgainMost ?? 2);
	return {
		journeyKey: textOf(options.journeyKey) ?? '',
		downloads: options.downloadMedia !== false,
		...(text !== undefined && most > 0 && { askAgain: { text, most } }),
	};
}
