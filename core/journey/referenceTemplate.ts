import type { TemplateButton, TemplateDefinition } from '../template/definition';
import type { ButtonComponent, SendComponent, TemplateMessage } from '../template/message';
import type { Choice } from './accept';

function buttonsOf({ components }: TemplateDefinition): readonly TemplateButton[] {
	return components.flatMap((component) => (component.type === 'BUTTONS' ? component.buttons : []));
}

function isButton(component: SendComponent, index: number): component is ButtonComponent {
	return component.type === 'button' && component.index === String(index);
}

function payloadOf(message: TemplateMessage, index: number): string | undefined {
	const button = message.template.components?.find((component) => isButton(component, index));
	const parameters = button?.type === 'button' ? button.parameters : [];
	return parameters.flatMap((parameter) => (parameter.type === 'payload' ? [parameter.payload] : []))[0];
}

/**
 * The quick replies of a template as choices, in their order. Their IDs are the payloads that the operator filled in, else
 * the buttons' texts. Those of a carousel's cards are not among them.
 */
export function templateChoices(definition: TemplateDefinition, message: TemplateMessage): Choice[] {
	return buttonsOf(definition).flatMap(({ type, text }, index) =>
		type === 'QUICK_REPLY' ? [{ title: text, id: payloadOf(message, index) ?? text }] : [],
	);
}

/** Whether a button of the template opens a Flow, whose answer carries our token back. */
export function opensFlow(definition: TemplateDefinition): boolean {
	return buttonsOf(definition).some(({ type }) => type === 'FLOW');
}

/**
 * The message with references in its quick replies, in the order of `templateChoices`, and in the tokens of its Flows.
 * Meta takes payloads of 128 characters (quick replies of templates).
 */
export function markTemplate(input: {
	definition: TemplateDefinition;
	message: TemplateMessage;
	ids: readonly string[];
	token: string;
}): TemplateMessage {
	const { definition, message, ids, token } = input;
	const marked: ButtonComponent[] = [];
	for (const [index, { type }] of buttonsOf(definition).entries()) {
		const payload = ids[marked.filter(({ sub_type }) => sub_type === 'quick_reply').length];
		if (type === 'QUICK_REPLY' && payload !== undefined) marked.push(quickReply(index, payload));
		const flow = type === 'FLOW' ? message.template.components?.find((component) => isButton(component, index)) : undefined;
		if (flow?.type === 'button') marked.push(withToken(flow, token));
	}
	const taken = new Set(marked.map(({ index }) => index));
	const others = (message.template.components ?? []).filter(
		(component) => component.type !== 'button' || !taken.has(component.index),
	);
	return { ...message, template: { ...message.template, components: [...others, ...marked] } };
}

function quickReply(index: number, payload: string): ButtonComponent {
	return { type: 'button', sub_type: 'quick_reply', index: String(index), parameters: [{ type: 'payload', payload }] };
}

function withToken(button: ButtonComponent, token: string): ButtonComponent {
	const parameters = button.parameters.map((parameter) =>
		parameter.type === 'action' && 'flow_token' in parameter.action
			? { ...parameter, action: { ...parameter.action, flow_token: token } }
			: parameter,
	);
	return { ...button, parameters };
}
