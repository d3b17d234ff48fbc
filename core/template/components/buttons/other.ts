import { unsupportedPart, type TemplatePart } from '../../part';
import { variablesOf } from '../../variables';
import type { PlacedButton } from './placedButton';

/** Buttons that need a value for which there is no field yet. Whether Meta would take a flow or catalog button without one is unverified. */
const NEEDS_VALUE: ReadonlyMap<string, string> = new Map([
	['OTP', 'a one-time password button'],
	['FLOW', 'a flow button'],
	['CATALOG', 'a catalog button'],
	['MPM', 'a multi-product button'],
	['ORDER_DETAILS', 'an order details button'],
]);

/**
 * Every other button. Most need nothing from the sender (phone number, single product, contact request,
 * call permission; a call button's values are optional); an unknown one is refused when it has a variable.
 */
export function otherButtonPart({ button, name }: PlacedButton): TemplatePart | undefined {
	const known = NEEDS_VALUE.get(button.type);
	if (known !== undefined) return unsupportedPart(known);
	if (variablesOf(JSON.stringify(button.raw)).length === 0) return undefined;
	return unsupportedPart(`a variable in ${name} of the type ${button.type}`);
}
