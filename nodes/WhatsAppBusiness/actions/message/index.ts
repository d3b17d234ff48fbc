import type { Resource } from '../../shared/operation';
import { sendButtons } from './sendButtons.operation';
import { sendCtaUrl } from './sendCtaUrl.operation';
import { sendList } from './sendList.operation';
import { sendMedia } from './sendMedia.operation';
import { sendTemplate } from './sendTemplate.operation';
import { sendText } from './sendText.operation';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [sendButtons, sendCtaUrl, sendList, sendMedia, sendTemplate, sendText],
	defaultOperation: 'sendTemplate',
};
