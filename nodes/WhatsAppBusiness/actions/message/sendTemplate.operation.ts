import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { template, templateVariables } from '../../properties/template';
import { templateOptions, withOptions } from '../../properties/templateOptions';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { sendMessage } from './sendMessage';
import { templatePlan } from './templatePlan';

export const sendTemplate: ItemOperation = {
	parallel: true,
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send a template message',
	description: 'Send an approved template, at any time, with one field per variable',
	outputs: gateOutputs,
	// The template comes before the recipient: n8n makes no variable fields while a field holds an expression without data.
	properties: [sender, template, recipient, ...templateVariables, withOptions(messageOptions, templateOptions)],
	async execute(context) {
		return await sendMessage(context, templatePlan(context));
	},
};
