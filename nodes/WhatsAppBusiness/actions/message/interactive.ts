import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { InteractiveHeader } from '../../../../core/message/interactive';
import type { OutboundMessage } from '../../../../core/message/message';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { resolveMedia, type MediaSource } from '../../transport/media';
import { sendMessage } from './sendMessage';

const STAND_IN: MediaSource = { id: '0' };

/** Reads the header, body and footer that interactive messages share, and sends what `build` makes of them. */
export async function sendInteractive(
	context: OperationContext,
	build: (parts: { header?: InteractiveHeader; body: string; footer?: string }) => OutboundMessage,
): Promise<OperationItem> {
	const { n8n, itemIndex } = context;
	const headerType = readString(n8n, { name: 'headerType', itemIndex });
	const body = readString(n8n, { name: 'body', itemIndex });
	const footer = readString(n8n, { name: 'footer', itemIndex });
	const parts = { body, ...(footer === '' ? {} : { footer }) };
	if (headerType === 'text') {
		const text = readString(n8n, { name: 'headerText', itemIndex });
		return await sendMessage(context, { build: () => build({ ...parts, header: { type: 'text', text } }) });
	}
	if (headerType === 'image' || headerType === 'video' || headerType === 'document') {
		const value = readString(n8n, { name: 'headerMedia', itemIndex });
		if (value === '') throw new InvalidInput([{ field: 'Header Media', message: 'is empty' }]);
		return await sendMessage<MediaSource>(context, {
			build: (source = STAND_IN) => build({ ...parts, header: { type: headerType, source } }),
			upload: async (phoneNumberId) =>
				await resolveMedia(context, { value, field: 'Header Media', kind: headerType, phoneNumberId }),
		});
	}
	return await sendMessage(context, { build: () => build(parts) });
}
