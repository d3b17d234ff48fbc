import type { Problems } from '../errors/invalidInput';
import { checkText } from './check';

/** A product and the catalog that it stands in, as Meta names them. */
export interface CatalogProduct {
	catalog_id: string;
	product_retailer_id: string;
}

/** The ID of a catalog, from Commerce Manager. */
export function checkCatalogId(problems: Problems, value: unknown): string {
	return checkText(problems, { field: 'Catalog ID', value }).trim();
}

/** Product IDs (the shop's own, in its catalog), each unlike the others; `field` is the list's name in the form. */
export function checkProductIds(problems: Problems, input: { field: string; ids: readonly unknown[] }): string[] {
	const { field } = input;
	const ids = input.ids.map((value) => checkText(problems, { field, value, optional: true }).trim());
	const given = ids.filter((id) => id !== '');
	const twice = given.find((id, index) => given.indexOf(id) !== index);
	if (twice !== undefined) problems.add(field, `names "${twice}" more than once`);
	return given;
}
