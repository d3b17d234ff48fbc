import { Problems } from '../errors/invalidInput';
import { carouselOf, checkCardCount, type CarouselMessage } from './carousel';
import { checkText } from './check';
import { LIMITS } from './limits';
import { checkCatalogId, checkProductIds, type CatalogProduct } from './productId';

export type ProductCarouselMessage = CarouselMessage<{ type: 'product'; action: CatalogProduct }>;

/**
 * Two to ten products of one catalog as cards to swipe through (cloud-api 1.4).
 *
 * @throws {InvalidInput} naming `Body`, `Catalog ID` or `Product IDs`
 */
export function buildProductCarousel(input: {
	body: string;
	catalogId: string;
	productIds: readonly unknown[];
}): ProductCarouselMessage {
	const problems = new Problems();
	const body = checkText(problems, { field: 'Body', value: input.body, max: LIMITS.interactiveBody });
	const catalogId = checkCatalogId(problems, input.catalogId);
	const field = 'Product IDs';
	const ids = checkProductIds(problems, { field, ids: input.productIds });
	checkCardCount(problems, { field, count: ids.length, things: 'products' });
	problems.throwIfAny();
	const cards = ids.map((id) => ({
		type: 'product' as const,
		action: { product_retailer_id: id, catalog_id: catalogId },
	}));
	return carouselOf({ body, cards });
}
