import { z } from 'zod';
import { invalidValue } from '../../errors';
import { LIMITS } from '../../limits';
import { limitedList, limitedText } from '../shape';
import { body, footer, framed, requiredText, textHeader } from './parts';
import { checkSectionTitles } from './replies';

const { products: limits } = LIMITS.interactive;

/** One product of a catalog; it has no header, and its text is optional. */
export const productSchema = z
	.object({
		type: z.literal('product'),
		body: body().optional(),
		footer,
		action: z.object({ catalog_id: requiredText, product_retailer_id: requiredText }).strict(),
	})
	.strict();

const sectionOfProducts = z
	.object({
		title: limitedText(LIMITS.interactive.list.sectionTitle).optional(),
		product_items: limitedList({
			of: z.object({ product_retailer_id: requiredText }).strict(),
			max: limits.inTotal,
		}),
	})
	.strict();

/** Products in sections; the header is required and is text. */
export const productListSchema = z
	.object({
		type: z.literal('product_list'),
		header: textHeader,
		body: body(),
		footer,
		action: z
			.object({
				catalog_id: requiredText,
				sections: limitedList({ of: sectionOfProducts, max: limits.sections }),
			})
			.strict(),
	})
	.strict();

/** Thirty products in all, and a title for every section when there are two or more. */
export function checkProductList({ action }: z.infer<typeof productListSchema>): void {
	const count = action.sections.reduce((total, { product_items: items }) => total + items.length, 0);
	if (count > limits.inTotal)
		throw invalidValue(
			`Param interactive['action']['sections'] must have at most ${limits.inTotal} products in total, received ${count}`,
		);
	checkSectionTitles(action.sections);
}

/** A button that opens the whole catalog. */
export const catalogSchema = framed({
	type: 'catalog_message',
	action: z
		.object({
			name: z.literal('catalog_message'),
			parameters: z.object({ thumbnail_product_retailer_id: requiredText.optional() }).strict().optional(),
		})
		.strict(),
});
