import { jsonParse, type IExecuteFunctions, type IWebhookFunctions } from 'n8n-workflow';
import type { Asked, Question } from '../../../core/journey/accept';

/** Where each ending of a question leaves the node. */
export interface ReplyOutputs {
	/** By position of the choice; empty when all answers leave by `other`. */
	choices: number[];
	/** Answers that are none of the choices. */
	other: number;
	timedOut: number;
	undeliverable: number;
	optedOut: number;
	/** How many there are. */
	count: number;
}

/** The message that asks, as items name it. */
export interface QuestionFacts {
	type: string;
	text: string;
	messageId: string;
	/** The recipient as it was sent. */
	to: string;
	phoneNumberId: string;
	/** ISO 8601. */
	askedAt: string;
}

/** A question that waits for its answer. */
export interface ReplyWait {
	kind: 'reply';
	nonce: string;
	question: QuestionFacts;
	rules: Question;
	outputs: ReplyOutputs;
	/** Position of the choice that approves; only for approvals. */
	approves?: number;
	/** What to say, and how often, when a text is not what was asked for. */
	askAgain?: { text: string; most: number };
	/** What opt-outs keep a reminder back; utility when left out. */
	category?: 'marketing';
	/** Whether the file of an answer is fetched. */
	downloads?: boolean;
	/** ISO time after which no answer is taken. */
	until: string;
}

/** Statuses that a message can be waited for. */
export type AwaitedStatus = 'sent' | 'delivered' | 'read';

/** Where each ending of a wait for a status leaves the node. */
export interface StatusOutputs {
	delivered: number;
	read: number;
	failed: number;
	timedOut: number;
	sent: number;
	/** How many there are. */
	count: number;
}

/** A message that waits for its status. */
export interface StatusWait {
	kind: 'status';
	nonce: string;
	message: { messageId: string; to: string; phoneNumberId: string; sentAt: string };
	asked: Asked;
	waitFor: AwaitedStatus;
	outputs: StatusOutputs;
}

/**
 * What a waiting node has to know when an answer comes, in whatever process. The input is gone by then, and with it what
 * expressions in the parameters made of it (n8n-platform 4).
 */
export type WaitState = ReplyWait | StatusWait;

/** Name in the node's context, which n8n keeps with the execution. As text, since expressions give objects as proxies. */
const KEY = 'whatsAppWait';

/** Keeps the state with the execution. */
export function keepWaitState(n8n: IExecuteFunctions, state: WaitState): void {
	n8n.getContext('node')[KEY] = JSON.stringify(state);
}

/** The state that an earlier run of this node kept; undefined when there is none. */
export function keptWaitState(n8n: IExecuteFunctions): WaitState | undefined {
	const text: unknown = n8n.getContext('node')[KEY];
	return typeof text === 'string' ? jsonParse<WaitState | undefined>(text, { fallbackValue: undefined }) : undefined;
}

/** The state of this node's newest wait in the execution; undefined when there is none. */
export function readWaitState(n8n: IWebhookFunctions): WaitState | undefined {
	const text: unknown = n8n.evaluateExpression(`{{ $(${nameText(n8n.getNode().name)}).context["${KEY}"] }}`);
	return typeof text === 'string' ? jsonParse<WaitState | undefined>(text, { fallbackValue: undefined }) : undefined;
}

/** A node's name as text in an expression, which n8n ends at the first pair of closing braces. */
function nameText(name: string): string {
	return JSON.stringify(name).replaceAll('}', '\\u007d').replaceAll('{', '\\u007b');
}
