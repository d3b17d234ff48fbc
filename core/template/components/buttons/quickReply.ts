import type { TemplateField } from '../../fields';
import type { TemplatePart } from '../../part';
import type { PlacedButton } from './placedButton';

/**
 * A quick reply's payload: what comes back when the button is tapped. Optional; without one the
 * component is left out and Meta returns the button's text (unverified). No length is checked: 256 is
 * the limit of reply IDs, that of payloads is unverified (cloud-api 1.5).
 */
export function quickReplyPart({ index, name, id }: PlacedButton): TemplatePart {
	const field: TemplateField = {
		id: `${id}_payload`,
		label: `${name} Payload (optional)`,
		hint: 'Text that comes back when the button is tapped; the text of the button when left empty',
		required: false,
		kind: 'payload',
	};
	return {
		fields: [field],
		build(values) {
			const payload = values.text(field);
			if (payload === '') return undefined;
			return {
				type: 'button',
				sub_type: 'quick_reply',
				index: String(index),
				parameters: [{ type: 'payload', payload }],
			};
		},
	};
}
