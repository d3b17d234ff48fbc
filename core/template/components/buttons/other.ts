import { unsupportedPart, type TemplatePart } from '../../part';
import { variablesOf } from '../../variables';
import type { PlacedButton } from './placedButton';

/**
 * Every other button. The known ones need nothing from the sender (phone number, single product, contact request); an
 * unknown one is refused when it has a variable.
 */
export function otherButtonPart({ button, name }: PlacedButton): TemplatePart | undefined {
	if (variablesOf(JSON.stringify(button.raw)).length === 0) return undefined;
	return unsupportedPart(`a variable in ${name} of the type ${button.type}`);
}
