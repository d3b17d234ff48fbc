import type { IDataObject } from 'n8n-workflow';
import type { GateRequest, GateVerdict } from './gate';

function iso(time: number | undefined): string | undefined {
	return time === undefined ? undefined : new Date(time).toISOString();
}

function present(data: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== ''));
}

function windowReport({ window: { isOpen, closesAt, freeUntil } }: GateVerdict): IDataObject {
	const state = isOpen ? 'open' : closesAt === undefined ? 'unknown' : 'closed';
	return present({ state, closesAt: iso(closesAt), freeUntil: iso(freeUntil) });
}

/**
 * The gate's answer as an item carries it in `gate`. Times are ISO in UTC.
 *
 * @param options.explain whether to tell what every rule says
 */
export function gateReport(
	verdict: GateVerdict,
	{ request, explain }: { request: Pick<GateRequest, 'category' | 'purpose' | 'priority'>; explain: boolean },
): IDataObject {
	const { decision, reason, text, sendAt, contactKey, zone, outcomes, reservation } = verdict;
	const { category, purpose, priority } = request;
	return present({
		decision,
		reason,
		text,
		sendAt: iso(sendAt),
		category,
		purpose,
		priority,
		contactKey,
		timeZone: zone.name,
		window: windowReport(verdict),
		sendKey: reservation?.sendKey,
		...(explain ? { dryRun: true, rules: outcomes.map(({ rule, passed, detail }) => ({ rule, passed, detail: detail() })) } : {}),
	});
}
