import type { TemplateField } from './fields';
import type { SendComponent } from './message';
import type { TemplateValues } from './values';

/** What a component or button of a definition needs from the sender, and what is sent for it. */
export interface TemplatePart {
	/** The fields of the form, in reading order. */
	fields: TemplateField[];
	/** The component with its values; undefined when there is nothing to send. Problems go to `values`. */
	build(values: TemplateValues): SendComponent | undefined;
}

/** Facts about the whole template that a part depends on. */
export interface TemplateFacts {
	/** Values carry the variable's name. */
	named: boolean;
	/** The template has a limited-time offer, which makes some limits lower. */
	hasOffer: boolean;
	/** The template sends a one-time password, which its body and its button share. */
	hasCode: boolean;
	/** Set inside a carousel: the card's number, from 0, and the field with the catalog of its products. */
	card?: { index: number; catalog?: TemplateField };
}

/** The ID of a field, with its card before it when it belongs to one: `body_1`, `card_0_body_1`. */
export function fieldId({ card }: TemplateFacts, id: string): string {
	return card === undefined ? id : `card_${card.index}_${id}`;
}

/** The label of a field, with its card before it when it belongs to one: `Body {{1}}`, `Card 1 Body {{1}}`. */
export function fieldName({ card }: TemplateFacts, name: string): string {
	return card === undefined ? name : `Card ${card.index + 1} ${name}`;
}

/**
 * A part that needs a value for which the form has no field. Such a template is refused as a whole:
 * Meta would refuse the message for the missing value with a text that does not say this.
 */
export function unsupportedPart(name: string): TemplatePart {
	return {
		fields: [],
		build(values) {
			values.problems.add('Template', `has ${name}, which is not supported yet; choose another template`);
			return undefined;
		},
	};
}
