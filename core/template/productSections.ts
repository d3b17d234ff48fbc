import { checkText } from '../message/check';
import { LIMITS } from '../message/limits';
import { checkProductIds } from '../message/productId';
import { arrayOf, objectOf } from '../shared/json';
import type { TemplateField } from './fields';
import type { ProductSection } from './message';
import type { TemplateValues } from './values';

interface Section {
	title: unknown;
	ids: readonly unknown[];
}

/**
 * Sections of products from one field, as a person writes them: `New: SKU-1, SKU-2; Sale: SKU-3` (line breaks count as
 * semicolons). An expression may give a list instead, whose IDs may have any sign in them:
 * `[{"title": "New", "products": ["SKU-1"]}]`, also as JSON text.
 *
 * At most ten sections, each with a title of 24 characters, and 30 products in all (cloud-api 1.5).
 */
export function readProductSections(values: TemplateValues, field: TemplateField): ProductSection[] {
	const value = values.raw(field);
	const sections = Array.isArray(value) ? sectionsOf(value) : sectionsIn(values.text(field));
	const { problems } = values;
	const { label } = field;
	if (sections.length > LIMITS.sections) {
		problems.add(label, `has ${sections.length} sections, at most ${LIMITS.sections} are allowed`);
	}
	const checked = sections.map(({ title, ids }, index) => {
		const name = `${label}: Section ${index + 1}`;
		const text = checkText(problems, {
			field: `${name} Title`,
			value: title,
			max: LIMITS.sectionTitle,
		}).trim();
		const items = checkProductIds(problems, { field: name, ids });
		if (items.length === 0) problems.add(name, 'must not be empty; name at least one product');
		return {
			title: text,
			product_items: items.map((id) => ({ product_retailer_id: id })),
		};
	});
	const count = checked.reduce((sum, { product_items: items }) => sum + items.length, 0);
	if (count > LIMITS.products) {
		problems.add(label, `has ${count} products in all, at most ${LIMITS.products} are allowed`);
	}
	return checked;
}

function sectionsOf(list: readonly unknown[]): Section[] {
	return list.map(objectOf).map(({ title, products }) => ({ title, ids: arrayOf(products) }));
}

function sectionsIn(text: string): Section[] {
	const trimmed = text.trim();
	if (trimmed.startsWith('[')) {
		const list = parseList(trimmed);
		if (list !== undefined) return sectionsOf(list);
	}
	return trimmed
		.split(/[;\n]/)
		.filter((part) => part.trim() !== '')
		.map((part) => {
			const colon = part.indexOf(':');
			return { title: part.slice(0, Math.max(0, colon)).trim(), ids: part.slice(colon + 1).split(',') };
		});
}

function parseList(text: string): unknown[] | undefined {
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) ? list : undefined;
	} catch {
		return undefined;
	}
}
