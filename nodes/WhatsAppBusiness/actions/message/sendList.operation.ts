import type { IDataObject } from 'n8n-workflow';
import { buildList } from '../../../../core/message/list';
import { interactiveBody, interactiveFooter } from '../../properties/interactive';
import { listSections } from '../../properties/listSections';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readRows, readString, textOf } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

function rowsOf(section: IDataObject): IDataObject[] {
	const rows: unknown = typeof section.rows === 'object' && section.rows !== null && 'row' in section.rows ? section.rows.row : [];
	return Array.isArray(rows) ? rows : [];
}

function toRow(row: IDataObject) {
	const title = textOf(row.title) ?? '';
	const description = textOf(row.description);
	return { title, id: textOf(row.id) ?? title, ...(description === undefined ? {} : { description }) };
}

export const sendList: ItemOperation = {
	value: 'sendList',
	name: 'Send List',
	action: 'Send a message with a list',
	description: 'Send a text with a button that opens a list of up to ten rows',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		{
			displayName: 'Header Text',
			name: 'headerText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Delivery',
			description: 'At most 60 characters',
		},
		{
			...interactiveBody,
			description: 'Text of the message, at most 4096 characters. *bold*, _italic_ and links work as in WhatsApp.',
		},
		interactiveFooter,
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Choose a time',
			description: 'Text of the button that opens the list, at most 20 characters',
		},
		listSections,
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const headerText = readString(n8n, { name: 'headerText', itemIndex });
		const footer = readString(n8n, { name: 'footer', itemIndex });
		const list = {
			...(headerText === '' ? {} : { headerText }),
			body: readString(n8n, { name: 'body', itemIndex }),
			...(footer === '' ? {} : { footer }),
			button: readString(n8n, { name: 'buttonText', itemIndex }),
			sections: readRows(n8n, { name: 'sections.section', itemIndex }).map((section) => {
				const title = textOf(section.title);
				return { ...(title === undefined ? {} : { title }), rows: rowsOf(section).map(toRow) };
			}),
		};
		return await sendMessage(context, { build: () => buildList(list) });
	},
};
