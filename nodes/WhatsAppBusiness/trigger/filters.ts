import type { IWebhookFunctions } from 'n8n-workflow';
import { objectOf } from '../../../core/shared/json';
import type { EventFilter } from '../../../core/webhook/filter';
import { textPattern } from '../../../core/webhook/textPattern';
import { warn } from './answer';
import type { ReceivingCredential } from './sender';
import { ownWabaIds, readFilter } from './settings';

const MINUTE_MS = 60_000;

/**
 * What the operator wants to pass, all filters of the form. A pattern that will not do is left out, with a line in the
 * log: an event too many is better than one that is lost.
 *
 * @param given.now milliseconds since 1970, from which the age of messages counts
 */
export function readFilters(
	context: IWebhookFunctions,
	given: { credential: ReceivingCredential; now: number },
): EventFilter {
	const filters = objectOf(context.getNodeParameter('filters', {}));
	const { messageTypes, ignoreEchoes, groupChats } = filters;
	const minutes = Number(filters.maxAgeMinutes ?? 0);
	const textMatches = readPattern(context, textOf(filters.textPattern));
	return {
		...readFilter(context, given.credential),
		wabaIds: ownWabaIds(context, given.credential) ?? textOf(filters.wabaIds).split(/[\s,;]+/).filter((id) => id !== ''),
		messageTypes: Array.isArray(messageTypes) ? messageTypes.map(String) : [],
		buttonIdPrefix: textOf(filters.buttonIdPrefix),
		textContains: textOf(filters.textContains),
		ignoreEchoes: ignoreEchoes === true,
		...(textMatches === undefined ? {} : { textMatches }),
		...(minutes > 0 ? { notBefore: given.now - minutes * MINUTE_MS } : {}),
		...(groupChats === 'only' || groupChats === 'none' ? { groupChats } : {}),
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function readPattern(context: IWebhookFunctions, source: string): ((text: string) => boolean) | undefined {
	if (source === '') return undefined;
	const pattern = textPattern(source);
	if ('matches' in pattern) return pattern.matches;
	warn(context, `the filter "Text Matches" is left out: ${pattern.problem}`);
	return undefined;
}
