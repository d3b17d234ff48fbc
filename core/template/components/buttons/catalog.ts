import type { TemplateField } from '../../fields';
import type { TemplatePart } from '../../part';
import type { PlacedButton } from './placedButton';

/** A button that opens the whole catalog. Left out without a picture: whether Meta takes that is unverified (cloud-api 1.5). */
export function catalogPart({ index, name, id }: PlacedButton): TemplatePart {
	const field: TemplateField = {
		id: `${id}_thumbnail_product_id`,
		label: `${name} Thumbnail Product ID (optional)`,
		hint: 'Content ID of the product whose picture is shown; the first of the catalog when left empty',
		required: false,
		extra: true,
		kind: 'catalog',
	};
	return {
		fields: [field],
		build(values) {
			const thumbnail = values.text(field).trim();
			if (thumbnail === '') return undefined;
			return {
				type: 'button',
				sub_type: 'catalog',
				index: String(index),
				parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: thumbnail } }],
			};
		},
	};
}
