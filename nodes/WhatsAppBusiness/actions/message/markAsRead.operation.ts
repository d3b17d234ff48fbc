import { buildRead } from '../../../../core/message/read';
import { messageId } from '../../properties/messageId';
import { sender } from '../../properties/sender';
import { checkTogether } from '../../shared/checkTogether';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readString } from '../../shared/parameters';
import { graphRequest } from '../../transport/graph';
import { readSender } from '../../transport/sender';

export const markAsRead: ItemOperation = {
	value: 'markAsRead',
	name: 'Mark as Read',
	action: 'Mark a message as read and show typing',
	description: 'Show the customer that a message was read and, if you like, that an answer is being typed',
	properties: [
		sender,
		messageId,
		{
			displayName: 'Show Typing Indicator',
			name: 'showTyping',
			type: 'boolean',
			default: false,
			description: 'Whether to show "typing…" until the next message, for 25 seconds at most',
		},
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const typing = readBoolean(n8n, { name: 'showTyping', itemIndex });
		const received = readString(n8n, { name: 'messageId', itemIndex });
		const { phoneNumberId, body } = await checkTogether({
			phoneNumberId: async () => await readSender(context),
			body: () => buildRead({ messageId: received, typing }),
		});
		await graphRequest(n8n, { method: 'POST', path: `/${encodeURIComponent(phoneNumberId)}/messages`, body });
		return { json: { success: true, messageId: body.message_id, typing, phoneNumberId } };
	},
};
