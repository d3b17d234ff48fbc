import type { TemplateField } from '../../fields';
import type { TemplatePart } from '../../part';
import { readProductSections } from '../../productSections';
import type { PlacedButton } from './placedButton';

/** A button that opens up to 30 products in sections (cloud-api 1.5). */
export function multiProductPart({ index, name, id }: PlacedButton): TemplatePart {
	const thumbnail: TemplateField = {
		id: `${id}_thumbnail_product_id`,
		label: `${name} Thumbnail Product ID`,
		hint: 'Content ID of the product whose picture is shown',
		required: true,
		kind: 'catalog',
	};
	const products: TemplateField = {
		id: `${id}_products`,
		label: `${name} Products (e.g. New: A1, A2; Sale: B1)`,
		hint: 'Content IDs with commas between them, after the title of their section; sections with semicolons between them',
		required: true,
		kind: 'products',
	};
	return {
		fields: [thumbnail, products],
		build(values) {
			const picture = values.text(thumbnail).trim();
			const sections = readProductSections(values, products);
			return {
				type: 'button',
				sub_type: 'mpm',
				index: String(index),
				parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: picture, sections } }],
			};
		},
	};
}
