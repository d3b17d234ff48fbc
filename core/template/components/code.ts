import { checkLength } from '../../message/check';
import { LIMITS } from '../../message/limits';
import type { BodyComponent } from '../definition';
import type { TemplateField } from '../fields';
import { exampleLabel } from '../label';
import type { TemplatePart } from '../part';
import type { TemplateValues } from '../values';
import { exampleOf } from './textPart';

/** The body's field, whose value goes into the button too: both must carry the same code (cloud-api 1.5). */
const CODE: TemplateField = {
	id: 'body_1',
	label: 'One-Time Password for Body and Button',
	hint: 'The code that the recipient reads and that the button copies or fills in',
	required: true,
	kind: 'code',
};

/** The code as it is sent; its problems are noted by the body alone. */
export function codeOf(values: TemplateValues): string {
	const given = values.raw(CODE);
	return typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
}

/** The one-time password of an authentication template. Meta writes the text around it, in the template's language. */
export function codePart({ example }: BodyComponent): TemplatePart {
	const shown = exampleOf({ type: 'body', example }, { variable: '1', index: 0 });
	const field = { ...CODE, label: exampleLabel(CODE.label, shown), ...(shown !== undefined && { example: shown }) };
	return {
		fields: [field],
		build(values) {
			const code = values.text(field).trim();
			checkLength(values.problems, { field: field.label, text: code, max: LIMITS.oneTimePassword });
			if (/\s|\p{Extended_Pictographic}|:\/\/|www\./iu.test(code)) {
				values.problems.add(field.label, 'must be the code alone, without blanks, links and emoji');
			}
			return { type: 'body', parameters: [{ type: 'text', text: code }] };
		},
	};
}
