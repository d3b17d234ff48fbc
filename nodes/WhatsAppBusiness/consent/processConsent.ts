import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { consentFromEvent, type ConsentSignal, type SignalRules } from '../../../core/consent/fromEvent';
import { CONSENT_CATEGORIES, NATIVE_SOURCE, type ConsentRecord } from '../../../core/consent/record';
import { recogniseConsent } from '../../../core/consent/recognise/recogniseConsent';
import { canonicalDigits } from '../../../core/phone/contactKey';
import { isoAfter } from '../../../core/shared/moment';
import { arrayOf, numberOf } from '../../../core/shared/json';
import type { WebhookEvent } from '../../../core/webhook/events';
import type { OperationContext } from '../shared/operation';
import { readBoolean, readChoice, readNumber, readObject, readString, textOf } from '../shared/parameters';
import type { ConsentChange } from '../store/consentLog';
import { confirm } from './confirm';
import { recordAll } from './recordAll';

type Where = Pick<OperationContext, 'n8n' | 'itemIndex'>;

function wordsOf(value: unknown): string[] {
	return arrayOf(value)
		.map(String)
		.map((word) => word.trim())
		.filter((word) => word !== '');
}

function readRules({ n8n, itemIndex }: Where): SignalRules {
	const options = readObject(n8n, { name: 'options', itemIndex });
	const language = textOf(options.language);
	return {
		category: readChoice(n8n, { name: 'category', itemIndex, field: 'Category', choices: CONSENT_CATEGORIES }),
		optOutIds: wordsOf(options.optOutIds),
		optInIds: wordsOf(options.optInIds),
		addOptOut: wordsOf(options.addOptOut),
		addOptIn: wordsOf(options.addOptIn),
		remove: wordsOf(options.remove),
		minConfidence: numberOf(options.minConfidence) ?? Number(options.minConfidence ?? 0.6),
		...(language === undefined ? {} : { language }),
	};
}

function untilOf({ n8n, itemIndex }: Where, signal: ConsentSignal): string {
	const lasts = readString(n8n, { name: 'lasts', itemIndex });
	if (signal.state !== 'opted_out' || signal.source === NATIVE_SOURCE || lasts !== 'days') return '';
	const days = readNumber(n8n, { name: 'days', itemIndex, fallback: 30 });
	return isoAfter({ hours: days * 24, now: Date.now() });
}

/** The decision in the event of the item; undefined when there is none. */
function decisionOf(where: Where, event: WebhookEvent): { signal: ConsentSignal; record: ConsentRecord } | undefined {
	const signal = consentFromEvent(event, readRules(where));
	const digits = event.phone?.replace(/^\+/, '') ?? '';
	const phone = digits === '' ? '' : canonicalDigits(digits);
	const userId = event.userId ?? '';
	const contactKey = event.contactKey ?? (userId || phone);
	if (signal === undefined || contactKey === '') return undefined;
	const { state, category, source, reason } = signal;
	return {
		signal,
		record: {
			...{ contactKey, phone, userId, category, state, source, reason },
			messageId: event.messageId ?? '',
			recordedAt: event.timestamp ?? new Date().toISOString(),
			until: untilOf(where, signal),
		},
	};
}

function attempt<T>(make: () => T): T | Error {
	try {
		return make();
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

function describe(event: WebhookEvent, found: ConsentSignal | undefined, change: ConsentChange | undefined) {
	if (found !== undefined && change !== undefined) {
		const { state, category, until, source, reason } = change.record;
		return {
			changed: change.isChanged,
			state,
			category,
			source,
			reason: change.isChanged ? reason : change.reason,
			confidence: found.confidence,
			...(until === '' ? {} : { until }),
			...(found.recognition === undefined ? {} : { language: found.recognition.language, decidedBy: found.recognition.decidedBy }),
		};
	}
	const read = event.type === 'text' && event.text !== undefined ? recogniseConsent({ text: event.text }) : undefined;
	return {
		changed: false,
		reason: read?.reason ?? 'Says nothing about messages',
		...(read === undefined ? {} : { confidence: read.confidence, language: read.language, decidedBy: read.decidedBy }),
	};
}

/** An item with what was read in it. */
export interface ConsentOutcome {
	isChanged: boolean;
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** Reads, writes down and answers what the run's items say about consent; one outcome per item. */
export async function processConsent({ n8n, run }: Pick<OperationContext, 'n8n' | 'run'>): Promise<Array<ConsentOutcome | Error>> {
	const items = n8n.getInputData();
	const found = items.map(({ json }, itemIndex) => attempt(() => decisionOf({ n8n, itemIndex }, json as WebhookEvent)));
	const decided = found.flatMap((decision) => (decision === undefined || decision instanceof Error ? [] : [decision.record]));
	const changes = await recordAll(n8n, decided);
	const outcomes: Array<ConsentOutcome | Error> = [];
	let next = 0;
	for (const [itemIndex, { json, binary }] of items.entries()) {
		const event = json as WebhookEvent;
		const decision = found[itemIndex];
		if (decision instanceof Error) {
			outcomes.push(decision);
			continue;
		}
		const change = decision === undefined ? undefined : changes[next++];
		const isChanged = change?.isChanged === true;
		const answered =
			isChanged && decision !== undefined && readBoolean(n8n, { name: 'confirm', itemIndex })
				? await confirm({ n8n, run, itemIndex }, { event, signal: decision.signal })
				: undefined;
		outcomes.push({
			isChanged,
			json: { ...json, consent: { ...describe(event, decision?.signal, change), ...answered } },
			...(binary === undefined ? {} : { binary }),
		});
	}
	return outcomes;
}
