import { InvalidInput } from '../../../../core/errors/invalidInput';
import { buildEnvelope } from '../../../../core/message/envelope';
import type { OutboundMessage } from '../../../../core/message/message';
import { parseRecipient } from '../../../../core/phone/recipient';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { readObject, readString, textOf } from '../../shared/parameters';
import { getPlatformCredential } from '../../transport/credential';
import { postMessage } from '../../transport/messages';

/** The chosen sender, else the credential's. */
export async function readSender({ n8n, itemIndex, run }: OperationContext): Promise<string> {
	const chosen = readString(n8n, { name: 'phoneNumberId', itemIndex });
	if (chosen !== '') return chosen;
	const credential = await run.once('credential', async () => await getPlatformCredential(n8n));
	if (credential.phoneNumberId !== '') return credential.phoneNumberId;
	throw new InvalidInput([
		{ field: 'Sender', message: 'is not chosen: choose a phone number here, or put a Phone Number ID into the credential' },
	]);
}

function envelopeOf({ n8n, itemIndex }: OperationContext, message: OutboundMessage) {
	const options = readObject(n8n, { name: 'options', itemIndex });
	const recipient = parseRecipient({
		value: n8n.getNodeParameter('to', itemIndex),
		defaultCountry: textOf(options.defaultCountry),
	});
	return buildEnvelope({
		recipient,
		message,
		contextMessageId: textOf(options.replyTo),
		callbackData: textOf(options.callbackData),
	});
}

/**
 * Sends one message to the item's recipient. Everything is checked before the first call: `build` is run with a stand-in
 * for a file that still has to be uploaded, then again with the real one.
 *
 * @param message.build makes the message; gets what `upload` gave
 * @param message.upload finds or uploads the message's file, when it has one
 * @param message.report facts to add to the item, such as the template's name
 */
export async function sendMessage<T>(
	context: OperationContext,
	message: {
		build: (file: T | undefined) => OutboundMessage;
		upload?: (sender: string) => Promise<T>;
		standIn?: T;
		report?: Record<string, string>;
	},
): Promise<OperationItem> {
	const phoneNumberId = await readSender(context);
	const checked = envelopeOf(context, message.build(message.standIn));
	const body =
		message.upload === undefined
			? checked
			: envelopeOf(context, message.build(await message.upload(phoneNumberId)));
	const sent = await postMessage(context.n8n, { phoneNumberId, body });
	return { json: { ...sent, ...message.report } };
}
