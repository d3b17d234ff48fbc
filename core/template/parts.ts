import { bodyPart } from './components/body';
import { buttonParts } from './components/buttons';
import { carouselPart } from './components/carousel';
import { headerPart } from './components/header';
import { offerPart } from './components/offer';
import { otherPart } from './components/other';
import type { TemplateComponent, TemplateDefinition } from './definition';
import type { TemplateFacts, TemplatePart } from './part';

/** A definition is read once and sent thousands of times; its parts depend on nothing else. */
const known = new WeakMap<TemplateDefinition, TemplatePart[]>();

/** Everything in a definition that needs a value, in reading order. A new component costs a file and a case here. */
export function templateParts(definition: TemplateDefinition): TemplatePart[] {
	const existing = known.get(definition);
	if (existing !== undefined) return existing;
	const parts = partsOf(definition.components, factsOf(definition));
	known.set(definition, parts);
	return parts;
}

/** True for templates with a code to sign in or confirm with, which Meta sends to phone numbers only (131062). */
export function hasOneTimePassword({ category, components }: TemplateDefinition): boolean {
	const buttons = components.flatMap((component) => (component.type === 'BUTTONS' ? component.buttons : []));
	return category === 'AUTHENTICATION' || buttons.some(({ type }) => type === 'OTP');
}

function factsOf(definition: TemplateDefinition): TemplateFacts {
	return {
		named: definition.parameterFormat === 'NAMED',
		hasOffer: definition.components.some(({ type }) => type === 'LIMITED_TIME_OFFER'),
		hasCode: hasOneTimePassword(definition),
	};
}

function partsOf(components: readonly TemplateComponent[], facts: TemplateFacts): TemplatePart[] {
	return components.flatMap((component) => partsOfOne(component, facts)).filter((part) => part !== undefined);
}

function partsOfOne(component: TemplateComponent, facts: TemplateFacts): Array<TemplatePart | undefined> {
	switch (component.type) {
		case 'HEADER':
			return [headerPart(component, facts)];
		case 'BODY':
			return [bodyPart(component, facts)];
		case 'FOOTER':
			return [];
		case 'BUTTONS':
			return buttonParts(component.buttons, facts);
		case 'LIMITED_TIME_OFFER':
			return [offerPart(component)];
		case 'CAROUSEL':
			return [carouselPart(component, { facts, partsOf })];
		case 'OTHER':
			return [otherPart(component)];
	}
}
