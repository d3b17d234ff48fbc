import type { INode } from 'n8n-workflow';
import { isStart, typeOf, type Edge } from './graph';
import { buttonsOf, definitionsOf, isCheck, isQuestion, isSend, parametersOf, sendsMarketing, templatesOf } from './sends';
import { Unanswered } from './unanswered';
import type { WorkflowFile } from './workflowFile';

/** Outputs of a check behind which a message may be sent. */
const ALLOWED = ['Send', 'Allowed'];

/** Outputs of a question that nobody answered. */
const NO_ANSWER = ['Timed Out', 'Undeliverable', 'Opted Out'];

/** Where time has gone by, or nobody has been asked yet whether the customer wants a message. */
function leavesByTime({ from, output }: Edge): boolean {
	return typeOf(from) === 'wait' || (isQuestion(from) && NO_ANSWER.includes(output));
}

function allEdges({ graph, nodes }: WorkflowFile): Edge[] {
	return nodes.flatMap((node) => graph.edgesOf(node));
}

/** Send Best asks for the customer's consent and the service window itself, right before it sends. */
function asksItself(node: INode): boolean {
	return parametersOf(node).operation === 'sendBest';
}

/** The nodes that the file's executions reach from its starts or after time has gone by, where no check allows it first. */
function uncheckedNodes(file: WorkflowFile, input: { starts: Edge[]; isPassed: (check: INode) => boolean }): Set<INode> {
	const mayPass = (edge: Edge) => !(isCheck(edge.from) && ALLOWED.includes(edge.output) && input.isPassed(edge.from));
	return new Set(input.starts.flatMap((start) => [...new Unanswered(file.graph, start).reached(mayPass)]));
}

/** No message twice: every send has a key, and a question stands behind a check that lets each purpose pass once. */
export function sendsOnce(file: WorkflowFile): string[] {
	const keyless = file.nodes.filter((node) => {
		const key = parametersOf(node).options?.idempotencyKey ?? '';
		return isSend(node) && !isQuestion(node) && !(key.startsWith('=') && key.includes('$'));
	});
	// A message of a customer comes once: the trigger leaves out what Meta sends again. Other systems' events may come twice.
	const events = allEdges(file).filter(({ from }) => typeOf(from) === 'webhook' || typeOf(from) === 'scheduleTrigger');
	const asked = uncheckedNodes(file, { starts: events, isPassed: (check) => parametersOf(check).rules?.samePurpose !== undefined });
	return [
		...keyless.map((node) => file.finding(node, 'has no Idempotency Key made of the event')),
		...[...asked].filter(isQuestion).map((node) => file.finding(node, 'is asked again when the event comes again: no check with Same Purpose before it')),
	];
}

/** Every message is checked first, and once more after each wait. */
export function checksAfterWaits(file: WorkflowFile): string[] {
	const starts = allEdges(file).filter(leavesByTime);
	const reached = uncheckedNodes(file, { starts, isPassed: () => true });
	return [...reached].filter((node) => isSend(node) && !asksItself(node)).map((node) => file.finding(node, 'is sent after a wait with no Check Before Sending in between'));
}

/** What comes from another system or a clock is checked before the first message. */
export function checksFirst(file: WorkflowFile): string[] {
	const starts = allEdges(file).filter(({ from }) => isStart(from));
	const reached = uncheckedNodes(file, { starts, isPassed: () => true });
	const ends = file.nodes.filter(isCheck).flatMap((check) => {
		const taken = file.graph.edgesOf(check).map(({ output }) => output);
		const open = file.graph.outputsOf(check).filter((output) => !taken.includes(output));
		return open.map((output) => file.finding(check, `${output} leads nowhere, so nobody sees what was not sent`));
	});
	const isAnswerToStop = (node: INode) => file.graph.nodes.some((other) => isRecord(other) && file.graph.after([other]).has(node));
	return [
		...[...reached].filter((node) => isSend(node) && !asksItself(node) && !isAnswerToStop(node)).map((node) => file.finding(node, 'is sent with no check before it')),
		...ends,
	];
}

/** Marketing is checked as marketing, wherever time has gone by. */
export function checksMarketing(file: WorkflowFile): string[] {
	const starts = allEdges(file).filter((edge) => isStart(edge.from) || leavesByTime(edge));
	const reached = uncheckedNodes(file, { starts, isPassed: (check) => parametersOf(check).category === 'marketing' });
	return [...reached].filter((node) => sendsMarketing(file, node)).map((node) => file.finding(node, 'sends marketing that was not checked as marketing'));
}

function isRecord(node: INode): boolean {
	const { resource, operation } = parametersOf(node);
	return (resource === 'optOut' && operation === 'record') || (resource === 'journey' && operation === 'routeIncoming');
}

function recordsOptOut(node: INode): boolean {
	const { category, state } = parametersOf(node);
	return isRecord(node) && state === 'opted_out' && (category === 'marketing' || category === 'all');
}

/** The choice of a question that stops offers records that at once. */
function stopsByChoice(file: WorkflowFile, node: INode): boolean {
	return file.graph.edgesOf(node).some((edge) => {
		if (!/\bstop\b/i.test(edge.output)) return false;
		return [...new Unanswered(file.graph, edge).reached(({ from }) => !isSend(from))].some(recordsOptOut);
	});
}

/** The quick reply of a marketing template says that it stops offers. */
function stopsByPayload(file: WorkflowFile, node: INode): boolean {
	const index = /button_(\d+)_payload: 'STOP_OFFERS'/.exec(parametersOf(node).variablesJson ?? '')?.[1];
	const definitions = templatesOf(file, node).flatMap((reference) => definitionsOf(file, reference));
	return definitions.every((definition) => buttonsOf(definition)[Number(index ?? -1)]?.type === 'QUICK_REPLY');
}

/** Every marketing template can be stopped by a button. */
export function offersStop(file: WorkflowFile): string[] {
	return file.nodes.filter((node) => sendsMarketing(file, node)).flatMap((node) => {
		if (isQuestion(node)) return stopsByChoice(file, node) ? [] : [file.finding(node, 'has no choice that records that offers stop')];
		return stopsByPayload(file, node) ? [] : [file.finding(node, 'gives no quick reply the payload STOP_OFFERS')];
	});
}
