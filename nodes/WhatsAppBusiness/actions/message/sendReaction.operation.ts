import { buildReaction } from '../../../../core/message/reaction';
import { messageId } from '../../properties/messageId';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { unquotedOptions } from '../../properties/unquotedOptions';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const sendReaction: ItemOperation = {
	value: 'sendReaction',
	name: 'Send Reaction',
	action: 'React to a message or remove the reaction',
	description: 'Put an emoji on a message that was received in the last 30 days, or take it back',
	parallel: true,
	properties: [
		sender,
		recipient,
		messageId,
		{
			displayName: 'Remove Reaction',
			name: 'removeReaction',
			type: 'boolean',
			default: false,
			description: 'Whether to take back the reaction to this message instead of giving one',
		},
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 👍',
			displayOptions: { show: { removeReaction: [false] } },
			description: 'One emoji; it replaces an earlier reaction to the same message',
		},
		unquotedOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const reaction = {
			messageId: readString(n8n, { name: 'messageId', itemIndex }),
			emoji: readString(n8n, { name: 'emoji', itemIndex }),
			remove: readBoolean(n8n, { name: 'removeReaction', itemIndex }),
		};
		return await sendMessage(context, { build: () => buildReaction(reaction) });
	},
};
