import { LIMITS } from '../../message/limits';
import type { HeaderComponent } from '../definition';
import { unsupportedPart, type TemplateFacts, type TemplatePart } from '../part';
import { mediaHeaderPart } from './mediaHeader';
import { textPart } from './textPart';

/** The header's variable or file. Every format but text needs a value. */
export function headerPart(
	component: HeaderComponent,
	facts: TemplateFacts,
): TemplatePart | undefined {
	const { format, text, example } = component;
	switch (format) {
		case 'TEXT':
			return textPart(
				{ type: 'header', name: 'Header', text, example, max: LIMITS.templateHeader },
				facts,
			);
		case 'IMAGE':
			return mediaHeaderPart('image');
		case 'VIDEO':
			return mediaHeaderPart('video');
		case 'DOCUMENT':
			return mediaHeaderPart('document');
		default:
			return unsupportedPart(`a header of the format ${format}`);
	}
}
