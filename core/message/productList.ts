import { Problems } from '../errors/invalidInput';
import { checkText } from './check';
import { checkParts, type InteractiveParts } from './interactive';
import { LIMITS } from './limits';
import { checkCatalogId, checkProductIds } from './productId';

export interface ProductSection {
	/** Needed when there is more than one section. */
	title?: string;
	productIds: readonly unknown[];
}

interface SectionObject {
	title?: string;
	product_items: Array<{ product_retailer_id: string }>;
}

export interface ProductListMessage {
	type: 'interactive';
	interactive: InteractiveParts & {
		type: 'product_list';
		action: { catalog_id: string; sections: SectionObject[] };
	};
}

/**
 * Up to thirty products of one catalog, in up to ten sections (cloud-api 1.4). Meta drops products that are not in the
 * catalog, and refuses the message when none is.
 *
 * @throws {InvalidInput} naming `Header Text`, `Body`, `Footer`, `Catalog ID`, `Sections`, `Section 1 Title` or
 * `Section 1 Product IDs`
 */
export function buildProductList(input: {
	headerText: string;
	body: string;
	footer?: string;
	catalogId: string;
	sections: readonly ProductSection[];
}): ProductListMessage {
	const problems = new Problems();
	const parts = checkParts(problems, {
		header: { type: 'text', text: input.headerText },
		body: input.body,
		footer: input.footer,
		maxBody: LIMITS.interactiveBody,
	});
	const catalogId = checkCatalogId(problems, input.catalogId);
	const sections = checkSections(problems, input.sections);
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: {
			type: 'product_list',
			...parts,
			action: { catalog_id: catalogId, sections },
		},
	};
}

function checkSections(problems: Problems, sections: readonly ProductSection[]): SectionObject[] {
	if (sections.length === 0) problems.add('Sections', 'must not be empty; add at least one section');
	if (sections.length > LIMITS.sections) {
		problems.add('Sections', `has ${sections.length} sections, at most ${LIMITS.sections} are allowed`);
	}
	const checked = sections.map((section, index) =>
		checkSection(problems, {
			section,
			name: `Section ${index + 1}`,
			titleOptional: sections.length === 1,
		}),
	);
	const count = checked.reduce((sum, { product_items: items }) => sum + items.length, 0);
	if (count > LIMITS.products) {
		problems.add('Sections', `has ${count} products in all, at most ${LIMITS.products} are allowed`);
	}
	return checked;
}

function checkSection(
	problems: Problems,
	input: { section: ProductSection; name: string; titleOptional: boolean },
): SectionObject {
	const { section, name } = input;
	const title = checkText(problems, {
		field: `${name} Title`,
		value: section.title,
		max: LIMITS.sectionTitle,
		optional: input.titleOptional,
	});
	const field = `${name} Product IDs`;
	const ids = checkProductIds(problems, { field, ids: section.productIds });
	if (ids.length === 0) problems.add(field, 'must not be empty; name at least one product');
	return {
		...(title !== '' && { title }),
		product_items: ids.map((id) => ({ product_retailer_id: id })),
	};
}
