import type { IExecuteFunctions } from 'n8n-workflow';
import { validOr } from '../../../../core/errors/together';
import { encodeReference } from '../../../../core/journey/reference';
import { buildText } from '../../../../core/message/text';
import { refuseGroup } from '../../../../core/message/toGroup';
import { parseRecipient } from '../../../../core/phone/recipient';
import { checkTogether } from '../../shared/checkTogether';
import type { BatchOperation, OperationContext, OutputsExpression } from '../../shared/operation';
import { readChoice, readObject, readString, textOf } from '../../shared/parameters';
import { park } from '../../waiting/park';
import { rememberStatusWait } from '../../waiting/pendingAnswers';
import { newTokenReference } from '../../waiting/resumeReference';
import { keepWaitState, type AwaitedStatus, type StatusOutputs, type StatusWait } from '../../waiting/waitState';
import { statusFields } from './sendAndWaitForStatusFields';
import { readWaitUntil } from './sendAndWaitLimit';
import { askedOf, refuseSeveralItems, sendMarked } from './sendAndWaitSend';
import type { MessagePlan } from './sendMessage';
import { templatePlan } from './templatePlan';

/** In the order of progress: their position is the option of the reference. */
const STATUSES = ['sent', 'delivered', 'read'] as const satisfies AwaitedStatus[];

const MESSAGE_TYPES = ['template', 'text'] as const;

/** Sent comes last, so that the others keep their place. */
const OUTPUTS: OutputsExpression = {
	expression: "['Delivered', 'Read', 'Failed', 'Timed Out'].concat($parameter.waitFor === 'sent' ? ['Sent'] : [])",
};

const FAILED = 2;

function statusOutputs(n8n: IExecuteFunctions): StatusOutputs {
	const count = n8n.getNodeOutputs().filter(({ category }) => category !== 'error').length;
	// As an agent's tool the node has one output.
	if (count === 1) return { delivered: 0, read: 0, failed: 0, timedOut: 0, sent: 0, count };
	return { delivered: 0, read: 1, failed: FAILED, timedOut: 3, sent: 4, count };
}

/** Said beside what is wrong with the template: a group sends no statuses that could be waited for. */
function refuseGroups({ n8n, itemIndex }: OperationContext): void {
	const { defaultCountry } = readObject(n8n, { name: 'options', itemIndex });
	const value: unknown = n8n.getNodeParameter('to', itemIndex);
	// What cannot be read at all is refused by the send.
	const recipient = validOr(() => parseRecipient({ value, defaultCountry: textOf(defaultCountry) }), undefined);
	if (recipient !== undefined) refuseGroup(recipient);
}

async function readPlan(context: OperationContext): Promise<MessagePlan> {
	const { n8n, itemIndex } = context;
	const type = readChoice(n8n, { name: 'messageType', itemIndex, field: 'Message Type', choices: MESSAGE_TYPES });
	if (type === 'template') {
		const { plan } = await checkTogether({ person: () => refuseGroups(context), plan: async () => await templatePlan(context) });
		return { ...plan, to: 'person' };
	}
	return { build: () => buildText({ body: readString(n8n, { name: 'text', itemIndex }) }) };
}

export const sendAndWaitForStatus: BatchOperation = {
	value: 'sendAndWaitForStatus',
	name: 'Send and Wait for Status',
	action: 'Send a message and wait for its status',
	description: 'Send one message and go on when it is delivered, read or has failed, for example to write an e-mail instead',
	outputs: OUTPUTS,
	failureOutput: FAILED,
	properties: statusFields,
	async executeAll({ n8n, run, itemCount }) {
		refuseSeveralItems(itemCount);
		const context = { n8n, run, itemIndex: 0 };
		const until = readWaitUntil(n8n, { itemIndex: 0, now: new Date() });
		const waitFor = readChoice(n8n, { name: 'waitFor', itemIndex: 0, field: 'Wait For', choices: STATUSES });
		const outputs = statusOutputs(n8n);
		const reference = { ...newTokenReference(n8n), option: STATUSES.indexOf(waitFor) };
		const sentAt = new Date().toISOString();
		const sending = await sendMarked(context, { plan: readPlan(context), callbackData: encodeReference(reference) });
		if ('failure' in sending) {
			return [{ json: { status: 'failed', sentAt, failure: { ...sending.failure } }, output: outputs.failed }];
		}
		const { messageId, to, phoneNumberId } = sending.sent;
		const message = { messageId, to, phoneNumberId: String(phoneNumberId), sentAt };
		const state: StatusWait = { kind: 'status', nonce: reference.nonce, message, asked: askedOf(sending.sent), waitFor, outputs };
		keepWaitState(n8n, state);
		// One record less to write for the many messages that nothing cancels.
		const journeyKey = textOf(readObject(n8n, { name: 'options', itemIndex: 0 }).journeyKey);
		if (journeyKey !== undefined) await rememberStatusWait(n8n, { reference, state, until, journeyKey });
		const timedOut = { output: outputs.timedOut, json: { ...message, timedOut: true } };
		await park(n8n, { until, outputs: outputs.count, timedOut });
		return [[]];
	},
};
