import type { OtherComponent } from '../definition';
import { unsupportedPart, type TemplatePart } from '../part';
import { variablesOf } from '../variables';

/** A component that is not known: refused when it has a variable, else left to Meta (a call permission request, for example). */
export function otherPart({ name, raw }: OtherComponent): TemplatePart | undefined {
	if (variablesOf(JSON.stringify(raw)).length === 0) return undefined;
	return unsupportedPart(`variables in a component of the type ${name}`);
}
