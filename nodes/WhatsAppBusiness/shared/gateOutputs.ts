import type { OutputsExpression } from './operation';

/** Outputs of a send: what is held back by Check Before Sending must not leave like what was sent. */
export const gateOutputs: OutputsExpression = {
	expression: "($parameter.options?.gate ? ['Sent', 'Wait Until', 'Suppressed'] : [''])",
};
