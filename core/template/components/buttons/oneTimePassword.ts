import type { TemplatePart } from '../../part';
import { codeOf } from '../code';
import type { PlacedButton } from './placedButton';

/** Copy code, one-tap and zero-tap: all are sent as a URL button with the code of the body (cloud-api 1.5). */
export function oneTimePasswordPart({ index }: PlacedButton): TemplatePart {
	return {
		fields: [],
		build(values) {
			const parameters = [{ type: 'text' as const, text: codeOf(values) }];
			return { type: 'button', sub_type: 'url', index: String(index), parameters };
		},
	};
}
