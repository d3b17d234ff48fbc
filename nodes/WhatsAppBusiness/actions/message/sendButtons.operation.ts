import { buildButtons } from '../../../../core/message/buttons';
import { interactiveBody, interactiveFooter, interactiveHeader } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { replyButtons } from '../../properties/replyButtons';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readRows, textOf } from '../../shared/parameters';
import { sendInteractive } from './interactive';

export const sendButtons: ItemOperation = {
	value: 'sendButtons',
	name: 'Send Buttons',
	action: 'Send a message with reply buttons',
	description: 'Send a text with one to three buttons that the recipient can tap',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		...interactiveHeader,
		interactiveBody,
		interactiveFooter,
		replyButtons,
		messageOptions,
	],
	async execute(context) {
		const rows = readRows(context.n8n, { name: 'buttons.button', itemIndex: context.itemIndex });
		const buttons = rows.map((row) => {
			const title = textOf(row.title) ?? '';
			return { title, id: textOf(row.id) ?? title };
		});
		return await sendInteractive(context, (parts) => buildButtons({ ...parts, buttons }));
	},
};
