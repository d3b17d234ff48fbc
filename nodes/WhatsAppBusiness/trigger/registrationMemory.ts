import type { IHookFunctions } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';

const KEY = 'replacedCallbacks';

function replacedCallbacks(context: IHookFunctions): Record<string, string> {
	const stored = Object.entries(objectOf(context.getWorkflowStaticData('node')[KEY]));
	return Object.fromEntries(stored.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/**
 * Keeps, in the node's static data, the callback that this registration replaces; an empty `url` when nothing was there.
 * A test run has static data of its own, which n8n carries over to its end (cli/webhooks/test-webhooks.js) unless the test
 * failed to start or n8n was killed.
 */
export function rememberReplaced(context: IHookFunctions, replaced: { place: string; url: string }): void {
	const known = replacedCallbacks(context);
	context.getWorkflowStaticData('node')[KEY] = { ...known, [replaced.place]: replaced.url };
}

/** What was replaced; undefined when nothing is known about it. */
export function recallReplaced(context: IHookFunctions, place: string): string | undefined {
	return replacedCallbacks(context)[place];
}

/** Drops what is known about a place. */
export function forgetReplaced(context: IHookFunctions, place: string): void {
	const kept = Object.entries(replacedCallbacks(context)).filter(([name]) => name !== place);
	const staticData = context.getWorkflowStaticData('node');
	if (kept.length === 0) delete staticData[KEY];
	else staticData[KEY] = Object.fromEntries(kept);
}
