import { buildPin } from '../../../../core/message/pin';
import { group } from '../../properties/group';
import { messageId } from '../../properties/messageId';
import { sender } from '../../properties/sender';
import { unquotedOptions } from '../../properties/unquotedOptions';
import type { ItemOperation } from '../../shared/operation';
import { readChoice, readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

const ACTIONS = ['pin', 'unpin'] as const;

export const pinMessage: ItemOperation = {
	value: 'pinMessage',
	name: 'Pin Message',
	action: 'Pin or unpin a message in a group',
	description: 'Pin a message at the top of a WhatsApp group, or take the pin away. A group has at most three pins.',
	parallel: true,
	properties: [
		sender,
		group,
		messageId,
		{
			displayName: 'Pin or Unpin',
			name: 'pinAction',
			type: 'options',
			default: 'pin',
			options: [
				{ name: 'Pin', value: 'pin' },
				{ name: 'Unpin', value: 'unpin' },
			],
		},
		{
			displayName: 'Days',
			name: 'days',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 30 },
			default: 7,
			displayOptions: { show: { pinAction: ['pin'] } },
			description: 'How long the message stays pinned, 1 to 30 days',
		},
		unquotedOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const pin = {
			action: readChoice(n8n, { name: 'pinAction', itemIndex, field: 'Pin or Unpin', choices: ACTIONS }),
			messageId: readString(n8n, { name: 'messageId', itemIndex }),
			days: readString(n8n, { name: 'days', itemIndex }),
		};
		return await sendMessage(context, { to: 'group', build: () => buildPin(pin) });
	},
};
