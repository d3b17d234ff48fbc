import type { TemplateField } from '../../fields';
import { readOrderJson } from '../../orderJson';
import type { TemplatePart } from '../../part';
import type { PlacedButton } from './placedButton';

/** A button that opens an order to pay (cloud-api 1.5, payments in Brazil and India). */
export function orderDetailsPart({ index, name, id }: PlacedButton): TemplatePart {
	const field: TemplateField = {
		id: `${id}_order`,
		label: `${name} Order (JSON)`,
		hint: "Plain order with amounts in currency units, or Meta's order_details",
		required: true,
		kind: 'json',
	};
	return {
		fields: [field],
		build(values) {
			const json = values.object(field);
			const { problems, now, zone } = values;
			const details = json === undefined ? {} : readOrderJson(problems, { field: field.label, json, now, zone });
			return {
				type: 'button',
				sub_type: 'order_details',
				index: String(index),
				parameters: [{ type: 'action', action: { order_details: details } }],
			};
		},
	};
}
