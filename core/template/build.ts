import { Problems } from '../errors/invalidInput';
import type { MediaSource } from '../message/mediaSource';
import { objectOf } from '../shared/json';
import type { TemplateDefinition } from './definition';
import type { TemplateMessage } from './message';
import { templateParts } from './parts';
import { TemplateValues } from './values';

/**
 * A template message with exactly the values that the definition asks for (cloud-api 1.5).
 *
 * @param input.values by the IDs of `templateFields`; numbers and booleans become text, empty ones count
 * as not given. A header file is `{id}`, `{link}`, a web address or an ID of digits
 * @param input.media the header's file when the caller found or uploaded it already; replaces the value
 * @throws {InvalidInput} with every value that is missing, too long, badly formed or not of this template,
 * named by the field's label, and with every component that is not supported yet
 */
export function buildTemplate(input: {
	definition: TemplateDefinition;
	values: Record<string, unknown>;
	media?: MediaSource;
}): TemplateMessage {
	const { definition, media } = input;
	const problems = new Problems();
	const values = new TemplateValues({ values: objectOf(input.values), media, problems });
	const parts = templateParts(definition);

	const components = parts
		.map((part) => part.build(values))
		.filter((component) => component !== undefined);
	values.checkKnown(parts.flatMap(({ fields }) => fields));
	problems.throwIfAny();

	return {
		type: 'template',
		template: {
			name: definition.name,
			language: { code: definition.language },
			...(components.length > 0 && { components }),
		},
	};
}
