import type { TemplateDefinition } from './definition';
import { templateParts } from './parts';

/** What a field's value is used for. */
export type TemplateFieldKind = 'text' | 'media' | 'filename' | 'urlSuffix' | 'payload' | 'code';

/** One field of the form that a template needs. */
export interface TemplateField {
	/**
	 * Stays the same as long as the template does: `header_1`, `header_image`, `header_document_filename`,
	 * `body_2`, `body_order_number`, `button_0_url`, `button_1_payload`, `button_2_code` (buttons by their
	 * position in the definition, from 0).
	 */
	id: string;
	/**
	 * What the operator reads: the part and the text around the variable, such as
	 * `Body {{2}}: "…your order {{2}} is on its way…"`. n8n's resource mapper shows nothing else.
	 */
	label: string;
	/** One sentence on what to fill in. */
	hint: string;
	/** The example from the template's approval. */
	example?: string;
	required: boolean;
	kind: TemplateFieldKind;
	/** For `media`: what the file must be. */
	mediaKind?: 'image' | 'video' | 'document';
}

/**
 * The fields that a template needs, in reading order. A template that also needs a value for which
 * there is no field yet (a carousel, an offer's end, …) gives the fields there are; `buildTemplate`
 * refuses it.
 */
export function templateFields(definition: TemplateDefinition): TemplateField[] {
	return templateParts(definition).flatMap(({ fields }) => fields);
}
