import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { checkBoth } from '../../../../core/errors/together';
import { buildDirectSend, isDirectSendRefusal, type DirectButton } from '../../../../core/message/directSend';
import { directButtons } from '../../properties/directButtons';
import { interactiveBody, interactiveFooter, interactiveHeader } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { template, templateVariables } from '../../properties/template';
import { templateOptions, withOptions } from '../../properties/templateOptions';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation, OperationContext, OperationItem } from '../../shared/operation';
import { readBoolean, readObject, readRows, textOf } from '../../shared/parameters';
import { refusalCode } from '../../transport/refusal';
import { sendInteractive } from './interactive';
import { checkFiles } from './messageFiles';
import { sendMessage, type MessagePlan } from './sendMessage';
import { templatePlan } from './templatePlan';

const directOptions: INodeProperties[] = [
	{
		displayName: 'Template Name',
		name: 'directTemplateName',
		type: 'string',
		default: '',
		placeholder: 'e.g. order_delayed',
		description:
			'Name for the template that Meta makes of the message: small letters, digits and underscores. Empty: Meta chooses one.',
	},
	{
		displayName: 'Time to Live (Seconds)',
		name: 'ttlSeconds',
		type: 'number',
		default: 43200,
		typeOptions: { minValue: 30, maxValue: 43200 },
		description: 'When to give up if the message cannot be delivered, 30 to 43200 seconds; 30 days if left out',
	},
];

function onlyWithFallback(property: INodeProperties): INodeProperties {
	const { show } = property.displayOptions ?? {};
	return { ...property, displayOptions: { show: { ...show, fallbackToTemplate: [true] } } };
}

function toButton(row: IDataObject): DirectButton {
	const title = textOf(row.title) ?? '';
	if (row.type === 'url') return { type: 'url', title, url: textOf(row.url) ?? '' };
	return { type: 'reply', title, id: textOf(row.id) ?? title };
}

/** The template to send when Meta refuses, with what is wrong about its files: they are uploaded only if it comes to that. */
async function readFallback(context: OperationContext): Promise<{ plan: MessagePlan; check: () => void }> {
	const plan = await templatePlan(context);
	const [files] = await Promise.allSettled([checkFiles(context, plan.files ?? {})]);
	const filesAreFine = () => {
		if (files.status === 'rejected') throw files.reason;
	};
	return { plan, check: () => checkBoth(() => plan.build(), filesAreFine) };
}

/** The message by template, after a refusal that leaves it open; any other failure as it is. */
async function insteadOf(error: unknown, { context, plan }: { context: OperationContext; plan: MessagePlan }) {
	const code = refusalCode(error);
	if (!isDirectSendRefusal(code)) return await Promise.reject(error);
	const { json, ...rest } = await sendMessage(context, plan);
	if (json.messageId === undefined) return { ...rest, json };
	return { ...rest, json: { ...json, sentThrough: 'template', directSendRefusedCode: code } };
}

export const sendDirect: ItemOperation = {
	parallel: true,
	value: 'sendDirect',
	name: 'Send Direct',
	action: 'Send a utility message without a template',
	description: 'Send an order update or the like at any time without a template, if Meta has enabled Direct Send for the account',
	outputs: gateOutputs,
	properties: [
		sender,
		recipient,
		...interactiveHeader,
		interactiveBody,
		interactiveFooter,
		directButtons,
		{
			displayName: 'Fall Back to Template',
			name: 'fallbackToTemplate',
			type: 'boolean',
			default: false,
			description: 'Whether to send a template instead when Meta refuses the message, because Direct Send is not enabled for example',
		},
		...[template, ...templateVariables].map(onlyWithFallback),
		withOptions(messageOptions, [...templateOptions, ...directOptions]),
	],
	async execute(context): Promise<OperationItem> {
		const { n8n, itemIndex } = context;
		const options = readObject(n8n, { name: 'options', itemIndex });
		const buttons = readRows(n8n, { name: 'buttons.button', itemIndex }).map(toButton);
		const settings = { buttons, templateName: textOf(options.directTemplateName), ttlSeconds: options.ttlSeconds };
		const wantsFallback = readBoolean(n8n, { name: 'fallbackToTemplate', itemIndex });
		const fallback = wantsFallback ? await readFallback(context) : undefined;
		const sent = sendInteractive(context, (parts) =>
			checkBoth(
				() => buildDirectSend({ ...parts, ...settings }),
				() => fallback?.check(),
			),
		).then((item) => (item.json.messageId === undefined ? item : { ...item, json: { ...item.json, sentThrough: 'directSend' } }));
		if (fallback === undefined) return await sent;
		return await sent.catch(async (error: unknown) => await insteadOf(error, { context, plan: fallback.plan }));
	},
};
