import { checkLength } from '../../message/check';
import { arrayOf, objectOf, textOf, type JsonObject } from '../../shared/json';
import type { TemplateField } from '../fields';
import { variableLabel } from '../label';
import type { TemplateParameter } from '../message';
import { fieldId, type TemplateFacts, type TemplatePart } from '../part';
import { fillIn, variablesOf } from '../variables';

interface TextComponent {
	/** The component's type in a send and the first part of its fields' IDs. */
	type: 'header' | 'body';
	/** The component's name in the form. */
	name: string;
	text: string;
	example: JsonObject;
	/** Characters allowed with the values filled in. */
	max: number;
}

/** The part of a header or body whose text has variables; undefined when it has none. */
export function textPart(component: TextComponent, facts: TemplateFacts): TemplatePart | undefined {
	const { type, name, text, max } = component;
	const entries = variablesOf(text).map((variable, index) => ({
		variable,
		field: fieldOf(component, { variable, example: exampleOf(component, { variable, index }), facts }),
	}));
	if (entries.length === 0) return undefined;
	return {
		fields: entries.map(({ field }) => field),
		build(values) {
			const texts = new Map(
				entries.map(({ variable, field }) => [variable, values.parameterText(field)]),
			);
			checkLength(values.problems, {
				field: `${name} with its values filled in`,
				text: fillIn(text, texts),
				max,
			});
			const parameters = [...texts].map(
				([variable, value]): TemplateParameter => ({
					type: 'text',
					...(facts.named && { parameter_name: variable }),
					text: value,
				}),
			);
			return { type, parameters };
		},
	};
}

function fieldOf(
	component: TextComponent,
	{ variable, example, facts }: { variable: string; example: string | undefined; facts: TemplateFacts },
): TemplateField {
	const { type, name, text } = component;
	const shown = example === undefined ? '' : `, for example "${example}"`;
	return {
		id: fieldId(facts, `${type}_${variable}`),
		label: variableLabel({ name: `${name} {{${variable}}}`, text, variable, example }),
		hint: `Text that takes the place of {{${variable}}} in the ${type}${shown}`,
		...(example !== undefined && { example }),
		required: true,
		kind: 'text',
	};
}

/** `body_text: [[v1, v2]]` and `header_text: [v]` by position, `…_named_params` by name (cloud-api 3.2). */
export function exampleOf(
	{ type, example }: Pick<TextComponent, 'type' | 'example'>,
	{ variable, index }: { variable: string; index: number },
): string | undefined {
	const named = arrayOf(example[`${type}_text_named_params`])
		.map(objectOf)
		.find(({ param_name: paramName }) => paramName === variable);
	if (named) return textOf(named.example);
	const listed = arrayOf(example[`${type}_text`]);
	const row = Array.isArray(listed[0]) ? arrayOf(listed[0]) : listed;
	return textOf(row[index]);
}
