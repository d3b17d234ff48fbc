import { joinNames } from '../../../shared/text';
import type { TemplateField } from '../../fields';
import type { TemplatePart } from '../../part';
import type { PlacedButton } from './placedButton';

/** What every order has (cloud-api 1.5); the rest differs between Brazil and India. */
const NEEDED = ['reference_id', 'type', 'currency', 'total_amount', 'order'];

/** A button that opens an order to pay (cloud-api 1.5, payments in Brazil and India). */
export function orderDetailsPart({ index, name, id }: PlacedButton): TemplatePart {
	const field: TemplateField = {
		id: `${id}_order`,
		label: `${name} Order (JSON)`,
		hint: "Meta's order_details: reference_id, type, payment_settings, currency, total_amount and order",
		required: true,
		kind: 'json',
	};
	return {
		fields: [field],
		build(values) {
			const details = values.object(field);
			const missing = details === undefined ? [] : NEEDED.filter((key) => details[key] === undefined);
			if (missing.length > 0) values.problems.add(field.label, `lacks ${joinNames(missing)}`);
			return {
				type: 'button',
				sub_type: 'order_details',
				index: String(index),
				parameters: [{ type: 'action', action: { order_details: details ?? {} } }],
			};
		},
	};
}
