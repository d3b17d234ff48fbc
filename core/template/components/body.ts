import { LIMITS } from '../../message/limits';
import type { BodyComponent } from '../definition';
import { fieldName, type TemplateFacts, type TemplatePart } from '../part';
import { codePart } from './code';
import { textPart } from './textPart';

/** The body's variables, or its one-time password. */
export function bodyPart(component: BodyComponent, facts: TemplateFacts): TemplatePart | undefined {
	const { text, example } = component;
	if (facts.hasCode) return codePart(component);
	return textPart({ type: 'body', name: fieldName(facts, 'Body'), text, example, max: limitOf(facts) }, facts);
}

function limitOf(facts: TemplateFacts): number {
	if (facts.card !== undefined) return LIMITS.cardBody;
	return facts.hasOffer ? LIMITS.templateBodyWithOffer : LIMITS.templateBody;
}
