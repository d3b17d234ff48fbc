import { bodyPart } from './components/body';
import { buttonParts } from './components/buttons';
import { headerPart } from './components/header';
import { otherPart } from './components/other';
import type { TemplateComponent, TemplateDefinition } from './definition';
import type { TemplateFacts, TemplatePart } from './part';

/** Everything in a definition that needs a value, in reading order. A new component costs a file and a case here. */
export function templateParts(definition: TemplateDefinition): TemplatePart[] {
	const facts: TemplateFacts = {
		named: definition.parameterFormat === 'NAMED',
		hasOffer: definition.components.some(
			(component) => component.type === 'OTHER' && component.name === 'LIMITED_TIME_OFFER',
		),
	};
	return definition.components
		.flatMap((component) => partsOf(component, facts))
		.filter((part) => part !== undefined);
}

function partsOf(
	component: TemplateComponent,
	facts: TemplateFacts,
): Array<TemplatePart | undefined> {
	switch (component.type) {
		case 'HEADER':
			return [headerPart(component, facts)];
		case 'BODY':
			return [bodyPart(component, facts)];
		case 'FOOTER':
			return [];
		case 'BUTTONS':
			return buttonParts(component.buttons, facts);
		case 'OTHER':
			return [otherPart(component)];
	}
}
