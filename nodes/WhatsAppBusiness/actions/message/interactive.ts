import type { InteractiveHeader } from '../../../../core/message/interactive';
import type { OutboundMessage } from '../../../../core/message/message';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { readChoice, readString } from '../../shared/parameters';
import { NO_FILE, sendMessage } from './sendMessage';

const HEADER_TYPES = ['none', 'text', 'image', 'video', 'document'] as const;

/** Reads the header, body and footer that interactive messages share, and sends what `build` makes of them. */
export async function sendInteractive(
	context: OperationContext,
	build: (parts: { header?: InteractiveHeader; body: string; footer?: string }) => OutboundMessage,
): Promise<OperationItem> {
	const { n8n, itemIndex } = context;
	const headerType = readChoice(n8n, { name: 'headerType', itemIndex, field: 'Header', choices: HEADER_TYPES });
	const body = readString(n8n, { name: 'body', itemIndex });
	const footer = readString(n8n, { name: 'footer', itemIndex });
	const parts = { body, ...(footer === '' ? {} : { footer }) };
	if (headerType === 'text') {
		const text = readString(n8n, { name: 'headerText', itemIndex });
		return await sendMessage(context, { build: () => build({ ...parts, header: { type: 'text', text } }) });
	}
	if (headerType !== 'none') {
		const value = readString(n8n, { name: 'headerMedia', itemIndex });
		return await sendMessage(context, {
			media: { value, field: 'Header Media', kind: headerType },
			build: (source = NO_FILE) => build({ ...parts, header: { type: headerType, source } }),
		});
	}
	return await sendMessage(context, { build: () => build(parts) });
}
