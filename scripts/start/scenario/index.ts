import { optIn, optOut, optedOut } from './consent';
import type { ScenarioStep } from './context';
import { invoice, orderConfirmed, orderShipped, statuses } from './updates';

/** The order journey from the first order to the opt-in after an opt-out. Each step builds on the ones before it. */
export const SCENARIO: readonly ScenarioStep[] = [
	orderConfirmed,
	orderShipped,
	statuses,
	optOut,
	optedOut,
	optIn,
	invoice,
];
