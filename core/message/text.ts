import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { LIMITS } from './limits';

export interface TextMessage {
	type: 'text';
	text: { body: string; preview_url?: boolean };
}

/**
 * A text message (cloud-api 1.3); needs an open customer service window.
 *
 * @param input.previewUrl show a preview of the first web address in the text; Meta's default when left out
 * @throws {InvalidInput} naming `Text`
 */
export function buildText(input: { body: string; previewUrl?: boolean }): TextMessage {
	const problems = new Problems();
	const body = checkText(problems, { field: 'Text', value: input.body, max: LIMITS.textBody });
	problems.throwIfAny();

	const preview = input.previewUrl === undefined ? {} : { preview_url: input.previewUrl };
	return { type: 'text', text: { body, ...preview } };
}
