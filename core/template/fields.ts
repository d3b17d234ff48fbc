import type { TemplateDefinition } from './definition';
import { templateParts } from './parts';

/** What a field's value is used for. */
export type TemplateFieldKind =
	| 'text'
	| 'media'
	| 'filename'
	| 'urlSuffix'
	| 'payload'
	| 'code'
	/** A point in time: ISO text, a Date or a Luxon DateTime. */
	| 'date'
	| 'number'
	/** An ID in a catalog. */
	| 'catalog'
	/** Sections of products, see `readProductSections`. */
	| 'products'
	/** An object, or its text. */
	| 'json';

/** One field of the form that a template needs. */
export interface TemplateField {
	/**
	 * Stays the same as long as the template does: `header_1`, `header_image`, `header_document_filename`, `body_2`,
	 * `body_order_number`, `button_0_url`, `button_1_payload`, `button_2_code` (buttons by their position in the definition,
	 * from 0); in a carousel with the card before it: `card_0_header_image`, `card_0_button_0_url`.
	 */
	id: string;
	/**
	 * What the operator reads: the part, the text around the variable and the example, such as
	 * `Body {{2}}: "…your order ▢ is on its way…" (e.g. #1001)`. n8n's resource mapper shows nothing else.
	 */
	label: string;
	/** One sentence on what to fill in. */
	hint: string;
	/** The example from the template's approval. */
	example?: string;
	required: boolean;
	/** True for a field that few need: the form has it only when the operator adds it. */
	extra?: boolean;
	kind: TemplateFieldKind;
	/** For `media`: what the file must be. */
	mediaKind?: 'image' | 'video' | 'document';
}

/**
 * The fields that a template needs, in reading order. A template that also needs a value for which
 * there is no field (a component that Meta added lately) gives the fields there are; `buildTemplate`
 * refuses it.
 */
export function templateFields(definition: TemplateDefinition): TemplateField[] {
	return templateParts(definition).flatMap(({ fields }) => fields);
}
