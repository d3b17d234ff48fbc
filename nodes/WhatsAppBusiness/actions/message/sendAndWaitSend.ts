import type { Asked } from '../../../../core/journey/accept';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { withCallbackData } from '../../../../core/journey/reference';
import { LIMITS } from '../../../../core/message/limits';
import { canonicalDigits } from '../../../../core/phone/contactKey';
import type { OperationContext } from '../../shared/operation';
import { readObject, textOf } from '../../shared/parameters';
import { postMessage, type SentMessage } from '../../transport/messages';
import { refusedForPerson, type Failure } from '../../waiting/endings';
import { sendMessage, type MessagePlan } from './sendMessage';

/**
 * n8n waits once per run of a node, not once per item.
 *
 * @throws InvalidInput for more than one item, with what to do
 */
export function refuseSeveralItems(itemCount: number): void {
	if (itemCount === 1) return;
	throw new InvalidInput([
		{
			field: 'Input',
			message: `has ${itemCount} items, but one run of this node waits for one answer. Put it into a sub-workflow and call that with "Execute Sub-workflow", set to "Run once for each item" without waiting for it to finish`,
		},
	]);
}

/** What came of a message that is waited for. */
export type MarkedSend = { sent: SentMessage } | { failure: Failure };

/**
 * Sends the message with a reference in its callback data, so that its statuses lead back to this execution. What Meta
 * refuses for the person's sake is no error: a journey goes on without this person, or on another channel.
 */
export async function sendMarked(
	context: OperationContext,
	{ plan, callbackData }: { plan: MessagePlan | Promise<MessagePlan>; callbackData: string },
): Promise<MarkedSend> {
	const journeyKey = checkOwnCallbackData(context, callbackData);
	const marked = (body: object) =>
		withCallbackData(callbackData, 'biz_opaque_callback_data' in body ? String(body.biz_opaque_callback_data) : journeyKey);
	let sent: SentMessage | undefined;
	const markedPlan = ({ post = postMessage, ...rest }: MessagePlan): MessagePlan => ({
		...rest,
		post: async (where, { body, ...outgoing }) => {
			const posted = await post(where, { ...outgoing, body: { ...body, biz_opaque_callback_data: marked(body) } });
			sent = posted.message;
			return posted;
		},
	});
	const sending = sendMessage(context, plan instanceof Promise ? plan.then(markedPlan) : markedPlan(plan));
	const failure = await sending.then(
		() => undefined,
		async (error: unknown) => refusedForPerson(error) ?? (await Promise.reject(error)),
	);
	if (failure !== undefined) return { failure };
	if (sent === undefined) throw new Error('The message was not sent');
	return { sent };
}

/**
 * The operator's own callback data shares Meta's 512 characters with the reference.
 *
 * @returns the journey key where it fits: it stands in for callback data, so that statuses tell what the question belongs to
 */
function checkOwnCallbackData({ n8n, itemIndex }: OperationContext, reference: string): string {
	const { callbackData, journeyKey } = readObject(n8n, { name: 'options', itemIndex });
	const own = typeof callbackData === 'object' && callbackData !== null ? JSON.stringify(callbackData) : (textOf(callbackData) ?? '');
	const most = LIMITS.callbackData - reference.length - 1;
	const standIn = textOf(journeyKey) ?? '';
	if (own.length <= most) return standIn.length <= most ? standIn : '';
	throw new InvalidInput([{ field: 'Callback Data', message: `has ${own.length} characters, at most ${most} are allowed here` }]);
}

/** The person written to, by all the IDs that are known once the message is out. */
export function askedOf(sent: SentMessage): Asked {
	const numbers = [sent.to, sent.waId].flatMap((value) => {
		const digits = typeof value === 'string' ? value.replace(/^\+/, '') : '';
		return /^\d+$/.test(digits) ? [canonicalDigits(digits)] : [];
	});
	const userId = textOf(sent.userId) ?? (numbers.length === 0 ? sent.to : undefined);
	return { phones: [...new Set(numbers)], ...(userId !== undefined && { userId }) };
}
