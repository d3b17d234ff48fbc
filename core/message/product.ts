import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { LIMITS } from './limits';
import { checkCatalogId, type CatalogProduct } from './productId';

export interface ProductMessage {
	type: 'interactive';
	interactive: {
		type: 'product';
		body?: { text: string };
		footer?: { text: string };
		action: CatalogProduct;
	};
}

/**
 * One product of a catalog with its picture and price (cloud-api 1.4); needs an open customer service window and a catalog
 * that is connected to the WABA.
 *
 * @throws {InvalidInput} naming `Catalog ID`, `Product ID`, `Body` or `Footer`
 */
export function buildProduct(input: {
	catalogId: string;
	productId: string;
	body?: string;
	footer?: string;
}): ProductMessage {
	const problems = new Problems();
	const catalogId = checkCatalogId(problems, input.catalogId);
	const productId = checkText(problems, { field: 'Product ID', value: input.productId }).trim();
	const body = checkText(problems, {
		field: 'Body',
		value: input.body,
		max: LIMITS.interactiveBody,
		optional: true,
	});
	const footer = checkText(problems, {
		field: 'Footer',
		value: input.footer,
		max: LIMITS.footer,
		optional: true,
	});
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: {
			type: 'product',
			...(body !== '' && { body: { text: body } }),
			...(footer !== '' && { footer: { text: footer } }),
			action: { catalog_id: catalogId, product_retailer_id: productId },
		},
	};
}
