import { LIMITS } from '../../message/limits';
import type { CarouselComponent, TemplateComponent } from '../definition';
import type { TemplateField } from '../fields';
import type { TemplateFacts, TemplatePart } from '../part';
import type { TemplateValues } from '../values';
import { catalogField } from './productHeader';

type PartsOf = (components: readonly TemplateComponent[], facts: TemplateFacts) => TemplatePart[];

interface Card {
	index: number;
	parts: TemplatePart[];
	/** The operator may leave the whole card out. */
	extra: boolean;
}

const CATALOG = catalogField({ id: 'carousel_catalog_id', label: 'Catalog ID (for the products of all cards)' });

/**
 * Cards side by side (cloud-api 1.5). A media carousel has as many cards as its definition. A product carousel is defined
 * by two alike and takes up to ten, so the form offers the rest as extra fields; their products share one catalog.
 */
export function carouselPart(
	{ cards: defined }: CarouselComponent,
	{ facts, partsOf }: { facts: TemplateFacts; partsOf: PartsOf },
): TemplatePart {
	const ofProducts = defined.some(hasProduct);
	const catalog = ofProducts ? CATALOG : undefined;
	const count = ofProducts ? Math.max(defined.length, LIMITS.cards) : defined.length;
	const cards = Array.from({ length: count }, (_, index): Card => {
		const components = defined[index] ?? defined[defined.length - 1] ?? [];
		const extra = index >= defined.length;
		const parts = partsOf(components, { ...facts, card: { index, catalog } });
		return { index, parts, extra };
	});
	return {
		fields: [...(catalog === undefined ? [] : [catalog]), ...cards.flatMap(fieldsOf)],
		build(values) {
			if (catalog !== undefined) values.text(catalog);
			const sent = cards.filter((card) => !card.extra || isFilled(card, values));
			return {
				type: 'carousel',
				cards: sent.map(({ parts }, index) => ({
					card_index: index,
					components: parts.map((part) => part.build(values)).filter((component) => component !== undefined),
				})),
			};
		},
	};
}

function hasProduct(components: readonly TemplateComponent[]): boolean {
	return components.some((component) => component.type === 'HEADER' && component.format === 'PRODUCT');
}

/** The fields of a card that may be left out are not required in the form; they are as soon as one of them is filled. */
function fieldsOf({ parts, extra }: Card): TemplateField[] {
	const fields = parts.flatMap((part) => part.fields);
	return extra ? fields.map((field) => ({ ...field, required: false, extra: true })) : fields;
}

function isFilled({ parts }: Card, values: TemplateValues): boolean {
	return parts.some((part) => part.fields.some((field) => values.has(field)));
}
