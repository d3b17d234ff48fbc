import { buildButtons } from '../../../../core/message/buttons';
import { interactiveBody, interactiveFooter, interactiveHeader } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
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
		{
			displayName: 'Buttons',
			name: 'buttons',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Button',
			default: {},
			required: true,
			description: 'One to three buttons',
			options: [
				{
					displayName: 'Button',
					name: 'button',
					values: [
						{
							displayName: 'Title',
							name: 'title',
							type: 'string',
							default: '',
							required: true,
							placeholder: 'e.g. Confirm',
							description: 'At most 20 characters, unlike the other titles',
						},
						{
							displayName: 'ID',
							name: 'id',
							type: 'string',
							default: '',
							placeholder: 'e.g. confirm-1001',
							description:
								'Comes back as replyId when the button is tapped, at most 256 characters. Empty: the title.',
						},
					],
				},
			],
		},
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
