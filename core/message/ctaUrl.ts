import { Problems } from '../errors/invalidInput';
import { checkText, checkUrl } from './check';
import { checkParts, type InteractiveHeader, type InteractiveMessage } from './interactive';
import { LIMITS } from './limits';

/**
 * A message with one button that opens a web page (cloud-api 1.4).
 *
 * @throws {InvalidInput} naming `Header Text`, `Header Media`, `Body`, `Footer`, `Button Text` or `URL`
 */
export function buildCtaUrl(input: {
	header?: InteractiveHeader;
	body: string;
	footer?: string;
	displayText: string;
	url: string;
}): InteractiveMessage {
	const problems = new Problems();
	const parts = checkParts(problems, { ...input, maxBody: LIMITS.interactiveBody });
	const displayText = checkText(problems, {
		field: 'Button Text',
		value: input.displayText,
		max: LIMITS.ctaText,
	});
	const url = checkText(problems, { field: 'URL', value: input.url }).trim();
	checkUrl(problems, { field: 'URL', url });
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: {
			type: 'cta_url',
			...parts,
			action: { name: 'cta_url', parameters: { display_text: displayText, url } },
		},
	};
}
