import { LIMITS } from '../../message/limits';
import type { HeaderComponent } from '../definition';
import { fieldName, unsupportedPart, type TemplateFacts, type TemplatePart } from '../part';
import { locationHeaderPart } from './locationHeader';
import { mediaHeaderPart } from './mediaHeader';
import { productHeaderPart } from './productHeader';
import { textPart } from './textPart';

/** The header's variable, file, place or product. Every format but text needs a value. */
export function headerPart(component: HeaderComponent, facts: TemplateFacts): TemplatePart | undefined {
	const { format, text, example } = component;
	switch (format) {
		case 'TEXT': {
			const name = fieldName(facts, 'Header');
			return textPart({ type: 'header', name, text, example, max: LIMITS.templateHeader }, facts);
		}
		case 'IMAGE':
		case 'VIDEO':
		case 'DOCUMENT':
		case 'GIF':
			return mediaHeaderPart(format, facts);
		case 'LOCATION':
			return locationHeaderPart();
		case 'PRODUCT':
			return productHeaderPart(facts);
		default:
			return unsupportedPart(`a header of the format ${format}`);
	}
}
