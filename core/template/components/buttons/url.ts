import { checkLength } from '../../../message/check';
import { LIMITS } from '../../../message/limits';
import { arrayOf, textOf } from '../../../shared/json';
import type { TemplateField } from '../../fields';
import { variableLabel } from '../../label';
import type { TemplatePart } from '../../part';
import { textBefore, variablesOf } from '../../variables';
import type { PlacedButton } from './placedButton';

/** The end of a URL button's address, where the address has a variable (Meta allows one, at the end). */
export function urlPart({ button, index, name, id }: PlacedButton): TemplatePart | undefined {
	const url = button.url ?? '';
	const [variable] = variablesOf(url);
	if (variable === undefined) return undefined;
	const start = textBefore(url);
	const example = exampleOf(button.raw.example, start);
	const field: TemplateField = {
		id: `${id}_url`,
		label: variableLabel({ name: `${name} URL Ending`, text: url.replace(/^https?:\/\//i, ''), variable, example }),
		hint: `What follows ${start} in the address`,
		...(example !== undefined && { example }),
		required: true,
		kind: 'urlSuffix',
	};
	return {
		fields: [field],
		build(values) {
			const suffix = values.text(field).trim();
			if (/\s/.test(suffix)) {
				values.problems.add(field.label, 'must not have blanks; write a space as %20');
			}
			if (start !== '' && suffix.startsWith(start)) {
				values.problems.add(
					field.label,
					`must be only what follows ${start}, not the whole address`,
				);
			}
			checkLength(values.problems, {
				field: field.label,
				text: start + suffix,
				max: LIMITS.templateUrl,
			});
			return {
				type: 'button',
				sub_type: 'url',
				index: String(index),
				parameters: [{ type: 'text', text: suffix }],
			};
		},
	};
}

/** Meta's example is the whole address or only its end. */
function exampleOf(example: unknown, start: string): string | undefined {
	const text = textOf(arrayOf(example)[0]) ?? textOf(example);
	return text?.startsWith(start) ? textOf(text.slice(start.length)) : text;
}
