import type { TemplateButton } from '../../definition';
import type { TemplateFacts, TemplatePart } from '../../part';
import { copyCodePart } from './copyCode';
import { otherButtonPart } from './other';
import type { PlacedButton } from './placedButton';
import { quickReplyPart } from './quickReply';
import { urlPart } from './url';

/** The buttons that take a value. A new kind of button costs a file and a case here. */
export function buttonParts(
	buttons: readonly TemplateButton[],
	facts: TemplateFacts,
): Array<TemplatePart | undefined> {
	return buttons.map((button, index) => {
		const title = button.text === '' ? '' : ` "${button.text}"`;
		return partOf({ button, index, name: `Button ${index + 1}${title}` }, facts);
	});
}

function partOf(placed: PlacedButton, facts: TemplateFacts): TemplatePart | undefined {
	switch (placed.button.type) {
		case 'QUICK_REPLY':
			return quickReplyPart(placed);
		case 'URL':
			return urlPart(placed);
		case 'COPY_CODE':
			return copyCodePart(placed, facts);
		default:
			return otherButtonPart(placed);
	}
}
