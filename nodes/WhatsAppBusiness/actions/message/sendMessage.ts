import { buildEnvelope, type MessageBody } from '../../../../core/message/envelope';
import type { OutboundMessage } from '../../../../core/message/message';
import { refuseGroup } from '../../../../core/message/toGroup';
import { parseGroup } from '../../../../core/phone/group';
import { contactKeyOf, parseRecipient, type Recipient } from '../../../../core/phone/recipient';
import { checkTogether } from '../../shared/checkTogether';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { readObject, textOf } from '../../shared/parameters';
import { readSender } from '../../transport/sender';
import type { MediaInput, MediaSource } from '../../transport/media';
import { pacerOf } from '../../transport/pacer';
import { postMessage, type Outgoing, type Sent } from '../../transport/messages';
import { checkFiles, resolveFiles, type NamedFiles } from './messageFiles';
import { readGate, sendGated } from './sendGated';
import { readOnceOptions, sendOnce } from './sendOnce';

/** Takes the place of a file that still has to be uploaded while the message around it is checked. */
export const NO_FILE: MediaSource = { id: '0' };

/** Take the place of recipient and message while only the options are checked. */
const NOBODY: Recipient = { kind: 'userId', userId: '' };
const NOTHING: OutboundMessage = { type: 'text', text: { body: '' } };

function readRecipient({ n8n, itemIndex }: OperationContext, takes: MessagePlan['to'] = 'person'): Recipient {
	const value: unknown = n8n.getNodeParameter('to', itemIndex);
	if (takes === 'group') return parseGroup(value);
	const options = readObject(n8n, { name: 'options', itemIndex });
	const recipient = parseRecipient({ value, defaultCountry: textOf(options.defaultCountry) });
	if (takes === 'person') refuseGroup(recipient);
	return recipient;
}

function callbackDataOf(value: unknown): string | undefined {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value);
}

function envelopeOf(
	{ n8n, itemIndex }: OperationContext,
	{ recipient, message }: { recipient: Recipient; message: OutboundMessage },
): MessageBody {
	const options = readObject(n8n, { name: 'options', itemIndex });
	return buildEnvelope({
		recipient,
		message,
		contextMessageId: textOf(options.replyTo),
		callbackData: callbackDataOf(options.callbackData),
		idempotencyKey: readOnceOptions({ n8n, itemIndex }).key,
		identityKeyHash: textOf(options.identityKeyHash),
	});
}

/** How a message comes about. */
export interface MessagePlan {
	/** Makes the message; `source` and `sources` are what `media` and `files` became, left out while it is only checked. */
	build: (
		source?: MediaSource,
		sources?: Record<string, MediaSource>,
	) => OutboundMessage | Promise<OutboundMessage>;
	/** The message's file, when it has one: found, or uploaded if it is a binary field. */
	media?: MediaInput;
	/** Its files, when it may have several, by names of the caller's. */
	files?: NamedFiles;
	/** Sends the message, where there is more than one way to Meta; `postMessage` when left out. */
	post?: (context: OperationContext, outgoing: Outgoing) => Promise<Sent>;
	/** Who can get it; `person` when left out, since groups take little (cloud-api 7). */
	to?: 'person' | 'anyone' | 'group';
	/** Facts to add to the item, such as the template's name. */
	report?: Record<string, string | boolean>;
}

/** Name of the only file of a message that has one. */
const ONLY = 'media';

/**
 * Reads who sends to whom, and takes the item's turn: messages to one person go in the order of the items, however long
 * it takes to check or upload the file of one of them.
 */
async function takePlace(context: OperationContext, takes: MessagePlan['to']) {
	const { phoneNumberId, recipient } = await checkTogether({
		phoneNumberId: async () => await readSender(context),
		recipient: () => readRecipient(context, takes),
	});
	const turn = (await pacerOf(context)).turn(`${phoneNumberId} ${contactKeyOf(recipient)}`);
	return { phoneNumberId, recipient, turn };
}

type Place = Awaited<ReturnType<typeof takePlace>>;

/** The plan once it is there; when there is none, what is wrong with the recipient is said beside the reason. */
async function planOf(planned: MessagePlan | Promise<MessagePlan>, place: Promise<Place>): Promise<MessagePlan> {
	const [outcome] = await Promise.allSettled([planned, place]);
	if (outcome.status === 'fulfilled') return outcome.value;
	const { plan } = await checkTogether({ place: async () => await place, plan: async () => await planned });
	return plan;
}

/** The place, if the message may go there: that is not known before the plan is. */
async function checkedPlace(place: Promise<Place>, { to = 'person' }: MessagePlan): Promise<Place> {
	const taken = await place;
	if (to === 'person') refuseGroup(taken.recipient);
	return taken;
}

/**
 * Sends one message to the item's recipient. Everything is checked before the first call, with a stand-in for a file that
 * still has to be uploaded, and all problems are reported together.
 *
 * @param planned the plan, or the promise of one that must be read from Meta first; the item keeps its turn meanwhile
 * @throws InvalidInput naming every field that cannot be sent
 */
export async function sendMessage(
	context: OperationContext,
	planned: MessagePlan | Promise<MessagePlan>,
): Promise<OperationItem> {
	const place = takePlace(context, planned instanceof Promise ? 'anyone' : planned.to);
	try {
		const plan = await planOf(planned, place);
		const { media, post = postMessage } = plan;
		const files = media === undefined ? (plan.files ?? {}) : { [ONLY]: media };
		const { address, checked, once } = await checkTogether({
			address: async () => await checkedPlace(place, plan),
			checked: async () => await plan.build(),
			files: async () => await checkFiles(context, files),
			options: () => envelopeOf(context, { recipient: NOBODY, message: NOTHING }),
			once: () => readOnceOptions(context),
			gate: () => readGate(context),
		});
		const { phoneNumberId, recipient, turn } = address;
		const key = { options: once, contactKey: contactKeyOf(recipient) };
		const deliver = async (admit: () => Promise<void>) => {
			await admit();
			const { sources, report } = await resolveFiles(context, { files, phoneNumberId });
			const isFinal = Object.keys(sources).length === 0;
			const message = isFinal ? checked : await plan.build(sources[ONLY], sources);
			const body = envelopeOf(context, { recipient, message });
			await turn.ready;
			const { message: sent, answer } = await post(context, { phoneNumberId, body });
			const simplify = readObject(context.n8n, { name: 'options', itemIndex: context.itemIndex }).simplify !== false;
			return { json: { ...sent, ...plan.report, ...report, ...(simplify ? {} : { answer }) } };
		};
		// The key comes first: what was sent already is neither checked nor counted again.
		return await sendGated(context, async (admit) => await sendOnce(context, key, async () => await deliver(admit)));
	} finally {
		await place.then(
			({ turn }) => turn.done(),
			() => undefined,
		);
	}
}
