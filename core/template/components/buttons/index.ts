import type { TemplateButton } from '../../definition';
import { fieldId, fieldName, type TemplateFacts, type TemplatePart } from '../../part';
import { variablesOf } from '../../variables';
import { catalogPart } from './catalog';
import { copyCodePart } from './copyCode';
import { flowPart } from './flow';
import { multiProductPart } from './multiProduct';
import { orderDetailsPart } from './orderDetails';
import { otherButtonPart } from './other';
import { oneTimePasswordPart } from './oneTimePassword';
import type { PlacedButton } from './placedButton';
import { quickReplyPart } from './quickReply';
import { urlPart } from './url';
import { voiceCallPart } from './voiceCall';

/** The buttons that take a value. A new kind of button costs a file and a case here. */
export function buttonParts(
	buttons: readonly TemplateButton[],
	facts: TemplateFacts,
): Array<TemplatePart | undefined> {
	return buttons.map((button, index) => {
		const title = button.text === '' ? '' : ` "${button.text}"`;
		const name = fieldName(facts, `Button ${index + 1}${title}`);
		return partOf({ button, index, name, id: fieldId(facts, `button_${index}`) }, facts);
	});
}

function partOf(placed: PlacedButton, facts: TemplateFacts): TemplatePart | undefined {
	const { type, url = '' } = placed.button;
	// Meta lists the button of an authentication template as a link to whatsapp.com/otp with a variable.
	if (type === 'OTP' || (facts.hasCode && type === 'URL' && variablesOf(url).length > 0)) {
		return oneTimePasswordPart(placed);
	}
	switch (type) {
		case 'QUICK_REPLY':
			return quickReplyPart(placed);
		case 'URL':
			return urlPart(placed);
		case 'COPY_CODE':
			return copyCodePart(placed, facts);
		case 'FLOW':
			return flowPart(placed);
		case 'CATALOG':
			return catalogPart(placed);
		case 'MPM':
			return multiProductPart(placed);
		case 'VOICE_CALL':
			return voiceCallPart(placed);
		case 'ORDER_DETAILS':
			return orderDetailsPart(placed);
		default:
			return otherButtonPart(placed);
	}
}
