import { checkLength } from '../../../message/check';
import { LIMITS } from '../../../message/limits';
import { arrayOf, textOf } from '../../../shared/json';
import type { TemplateField } from '../../fields';
import { exampleLabel } from '../../label';
import type { TemplateFacts, TemplatePart } from '../../part';
import type { PlacedButton } from './placedButton';

/** The code that a button copies: letters and digits, 20 at most, 15 with a limited-time offer (cloud-api 1.5). */
export function copyCodePart(placed: PlacedButton, facts: TemplateFacts): TemplatePart {
	const { button, index, name, id } = placed;
	const max = facts.hasOffer ? LIMITS.couponCodeWithOffer : LIMITS.couponCode;
	const example = textOf(arrayOf(button.raw.example)[0]) ?? textOf(button.raw.example);
	const field: TemplateField = {
		id: `${id}_code`,
		label: exampleLabel(`${name} Coupon Code`, example),
		hint: `Code that the button copies: at most ${max} letters and digits`,
		...(example !== undefined && { example }),
		required: true,
		kind: 'code',
	};
	return {
		fields: [field],
		build(values) {
			const code = values.text(field).trim();
			if (/[^A-Za-z0-9]/.test(code)) {
				values.problems.add(field.label, 'must have letters and digits only');
			}
			checkLength(values.problems, { field: field.label, text: code, max });
			return {
				type: 'button',
				sub_type: 'copy_code',
				index: String(index),
				parameters: [{ type: 'coupon_code', coupon_code: code }],
			};
		},
	};
}
