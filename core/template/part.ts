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
}

/**
 * A part that needs a value for which the form has no field yet. Such a template is refused as a whole:
 * Meta would refuse the message for the missing value with a text that does not say this.
 */
export function unsupportedPart(name: string): TemplatePart {
	return {
		fields: [],
		build(values) {
			values.problems.add(
				'Template',
				`has ${name}, which is not supported yet; choose another template`,
			);
			return undefined;
		},
	};
}
