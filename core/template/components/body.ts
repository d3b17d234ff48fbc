import { LIMITS } from '../../message/limits';
import type { BodyComponent } from '../definition';
import type { TemplateFacts, TemplatePart } from '../part';
import { textPart } from './textPart';

/** The body's variables. */
export function bodyPart(component: BodyComponent, facts: TemplateFacts): TemplatePart | undefined {
	const { text, example } = component;
	const max = facts.hasOffer ? LIMITS.templateBodyWithOffer : LIMITS.templateBody;
	return textPart({ type: 'body', name: 'Body', text, example, max }, facts);
}
