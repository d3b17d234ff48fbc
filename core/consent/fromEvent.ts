import type { WebhookEvent } from '../webhook/events';
import { NATIVE_SOURCE, type ConsentCategory, type ConsentState } from './record';
import { recogniseConsent, type ConsentRecognition } from './recognise/recogniseConsent';

/** What an event says about consent. */
export interface ConsentSignal {
	state: Extract<ConsentState, 'opted_in' | 'opted_out'>;
	category: ConsentCategory;
	/** Where it came from; stored. */
	source: string;
	reason: string;
	/** How sure it is, 0 to 1: what people type can be read in two ways, the rest cannot. */
	confidence: number;
	/** What was read, where it was read. */
	recognition?: ConsentRecognition;
}

/** How the operator wants events to be read. */
export interface SignalRules {
	/** What an opt-out covers, and an opt-in gives back; an opt-out of offers alone covers marketing whatever is chosen. */
	category: ConsentCategory;
	/** IDs (or payloads) of buttons and list rows that mean an opt-out; one that ends in `*` is a beginning. */
	optOutIds: readonly string[];
	optInIds: readonly string[];
	addOptOut: readonly string[];
	addOptIn: readonly string[];
	remove: readonly string[];
	/** BCP 47 of the contact, when it is known. */
	language?: string;
	/** Words that are less sure than this mean nothing. */
	minConfidence: number;
}

/** Meta's refusal to deliver marketing to someone who stopped it (cloud-api 6). */
const STOPPED_MARKETING = 131050;

function matches(id: string | undefined, patterns: readonly string[]): boolean {
	if (id === undefined) return false;
	return patterns.some((pattern) =>
		pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id.toLowerCase() === pattern.toLowerCase(),
	);
}

/** The setting in WhatsApp (cloud-api 4.5): `stop` and `resume`, and `signup`, which is an opt-in. */
function fromPreference({ type, category, text }: WebhookEvent): ConsentSignal | undefined {
	const isOptOut = type === 'stop';
	if (!isOptOut && type !== 'resume' && type !== 'signup') return undefined;
	return {
		state: isOptOut ? 'opted_out' : 'opted_in',
		category: 'marketing',
		source: NATIVE_SOURCE,
		reason: text ?? category ?? '',
		confidence: 1,
	};
}

function fromStatus({ errors }: WebhookEvent): ConsentSignal | undefined {
	const error = errors?.find(({ code }) => code === STOPPED_MARKETING);
	if (error === undefined) return undefined;
	return {
		state: 'opted_out',
		category: 'marketing',
		source: NATIVE_SOURCE,
		reason: `Meta refused a marketing message (${STOPPED_MARKETING})`,
		confidence: 1,
	};
}

function fromTap({ replyId, payload, replyTitle }: WebhookEvent, rules: SignalRules): ConsentSignal | undefined {
	const tapped = [replyId, payload];
	const state = tapped.some((id) => matches(id, rules.optOutIds))
		? 'opted_out'
		: tapped.some((id) => matches(id, rules.optInIds))
			? 'opted_in'
			: undefined;
	if (state === undefined) return undefined;
	const reason = `Tapped "${replyTitle ?? replyId ?? ''}"`;
	return { state, category: rules.category, source: 'Button', reason, confidence: 1 };
}

function fromWords(event: WebhookEvent, rules: SignalRules): ConsentSignal | undefined {
	const isTap = event.replyTitle !== undefined;
	const text = event.replyTitle ?? (event.type === 'text' ? event.text : undefined);
	if (text === undefined) return undefined;
	const { addOptOut, addOptIn, remove, language, minConfidence } = rules;
	const recognition = recogniseConsent({ text, isTap, addOptOut, addOptIn, remove, ...(language === undefined ? {} : { language }) });
	const { intent, confidence, scope, decidedBy } = recognition;
	if (intent === 'none' || confidence < minConfidence) return undefined;
	return {
		state: intent === 'optOut' ? 'opted_out' : 'opted_in',
		category: scope === 'marketing' ? 'marketing' : rules.category,
		source: isTap ? 'Button' : 'Message',
		reason: `${isTap ? 'Tapped' : 'Wrote'} "${text.slice(0, 200)}"${decidedBy.length === 0 ? '' : ` (${decidedBy.join(', ')})`}`,
		confidence,
		recognition,
	};
}

/**
 * What an event of the trigger says about consent; undefined when it says nothing. Messages in groups are addressed to
 * many, and messages that a business wrote itself decide nothing.
 */
export function consentFromEvent(event: WebhookEvent, rules: SignalRules): ConsentSignal | undefined {
	if (event.kind === 'preference') return fromPreference(event);
	if (event.kind === 'status') return fromStatus(event);
	if (event.kind !== 'message' || event.groupId !== undefined) return undefined;
	return fromTap(event, rules) ?? fromWords(event, rules);
}
