import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';
import { textPattern } from '../../../core/webhook/textPattern';

/**
 * Refuses to publish with a pattern that will not do, while somebody is there to mend it; later it could only be left out.
 * What an expression gives is known with each webhook only.
 *
 * @throws NodeOperationError that names the field and what is wrong
 */
export function checkFilters(context: IHookFunctions): void {
	const { textPattern: source } = objectOf(context.getNodeParameter('filters', {}, { rawExpressions: true }));
	if (typeof source !== 'string' || source === '' || source.startsWith('=')) return;
	const pattern = textPattern(source);
	if ('matches' in pattern) return;
	throw new NodeOperationError(context.getNode(), `The filter "Text Matches" cannot be used: ${pattern.problem}`, {
		description: `The pattern is ${source.slice(0, 100)}. Every message that anybody sends is compared with it, so it has to be quick for any text: "Text Contains" does for plain words.`,
	});
}
