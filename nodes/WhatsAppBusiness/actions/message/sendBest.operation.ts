import type { INodeProperties } from 'n8n-workflow';
import { buildText } from '../../../../core/message/text';
import { objectOf } from '../../../../core/shared/json';
import { messageCategory } from '../../properties/consentChoices';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { template, templateVariables } from '../../properties/template';
import { templateOptions, withOptions } from '../../properties/templateOptions';
import type { ItemOperation, OperationItem } from '../../shared/operation';
import { readChoice, readString } from '../../shared/parameters';
import { bestWayOf } from './bestWay';
import { sendMessage } from './sendMessage';
import { templatePlan } from './templatePlan';

const SENT = 0;
const OPTED_OUT = 1;

/** Meta's word that the window is closed after all (cloud-api 6). */
const WINDOW_CLOSED = 131047;

/** Consent is always checked here, and the other rules belong into a node before, whose outputs this one has not. */
function withoutGate(options: INodeProperties): INodeProperties {
	return { ...options, options: options.options?.filter(({ name }) => name !== 'gate') ?? [] } as INodeProperties;
}

function isWindowClosed(error: unknown): boolean {
	const { context } = error instanceof Error && 'context' in error ? error : {};
	return objectOf(objectOf(context).details).code === WINDOW_CLOSED;
}

export const sendBest: ItemOperation = {
	parallel: true,
	value: 'sendBest',
	name: 'Send Best',
	action: 'Send a text or a template message',
	description:
		'Send a free-form text while the customer service window is open, else a template, and nothing to who opted out',
	outputs: ['Sent', 'Opted Out'],
	properties: [
		sender,
		template,
		recipient,
		{ ...messageCategory, description: 'What opt-outs are looked for' },
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. Your order is ready',
			description:
				'Sent while the window is open: for 24 hours after the last message of the person, which the WhatsApp Business Trigger notes in the contact record',
		},
		...templateVariables,
		withOptions(withoutGate(messageOptions), templateOptions),
	],
	async execute(context): Promise<OperationItem> {
		const { n8n, itemIndex } = context;
		const category = readChoice(n8n, { name: 'category', itemIndex, field: 'Category', choices: ['marketing', 'utility'] });
		const { window, isAllowed, reason } = await bestWayOf(context, category);
		if (!isAllowed) {
			const { json, binary } = n8n.getInputData()[itemIndex] ?? { json: {} };
			const consent = { allowed: false, category, reason };
			return { json: { ...json, consent }, ...(binary === undefined ? {} : { binary }), output: OPTED_OUT };
		}
		const told = { windowOpen: window.isOpen, ...(window.closesAt === '' ? {} : { windowClosesAt: window.closesAt }) };
		const asTemplate = async () => await sendMessage(context, templatePlan(context));
		const asText = async () => {
			const body = readString(n8n, { name: 'text', itemIndex });
			return await sendMessage(context, { to: 'person', build: () => buildText({ body, previewUrl: false }) });
		};
		if (!window.isOpen) return withFacts(await asTemplate(), { ...told, sentAs: 'template' });
		return await asText().then(
			(item) => withFacts(item, { ...told, sentAs: 'text' }),
			async (error: unknown) => {
				if (!isWindowClosed(error)) return await Promise.reject(error instanceof Error ? error : new Error(String(error)));
				return withFacts(await asTemplate(), { windowOpen: false, sentAs: 'template' });
			},
		);
	},
};

function withFacts(item: OperationItem, facts: Record<string, string | boolean>): OperationItem {
	return { ...item, json: { ...item.json, ...facts }, output: SENT };
}
