import type { TemplateField } from '../fields';
import { fieldId, fieldName, type TemplateFacts, type TemplatePart } from '../part';

/** The catalog that a product is in. */
export function catalogField(input: { id: string; label: string }): TemplateField {
	return { ...input, hint: 'ID of the catalog in Commerce Manager', required: true, kind: 'catalog' };
}

/** A header that is a product of the catalog (cloud-api 1.5); the cards of a carousel share one catalog. */
export function productHeaderPart(facts: TemplateFacts): TemplatePart {
	const product: TemplateField = {
		id: fieldId(facts, 'header_product_id'),
		label: `${fieldName(facts, 'Header')} Product ID (e.g. SKU-1001)`,
		hint: 'Content ID of the product in the catalog',
		required: true,
		kind: 'catalog',
	};
	const shared = facts.card?.catalog;
	const catalog = shared ?? catalogField({ id: 'header_catalog_id', label: 'Header Catalog ID' });
	return {
		fields: shared === undefined ? [product, catalog] : [product],
		build(values) {
			const productId = values.text(product).trim();
			const catalogId = String(shared === undefined ? values.text(catalog) : (values.raw(shared) ?? '')).trim();
			return {
				type: 'header',
				parameters: [
					{ type: 'product', product: { product_retailer_id: productId, catalog_id: catalogId } },
				],
			};
		},
	};
}
