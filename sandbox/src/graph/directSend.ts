import { createHash } from 'node:crypto';
import { newId } from '../ids';
import { asObject, asObjects, asText, type JsonObject } from '../json';
import type { CheckedMessage } from '../rules/message';
import type { State } from '../state';

function buttonsOf(interactive: JsonObject): JsonObject[] {
	const { buttons, name, parameters } = asObject(interactive.action);
	if (name === 'cta_url') {
		const { display_text: text, url } = asObject(parameters);
		return [{ type: 'URL', text, url }];
	}
	if (name === 'voice_call') return [{ type: 'VOICE_CALL', text: asObject(parameters).display_text }];
	return asObjects(buttons).map(({ reply }) => ({ type: 'QUICK_REPLY', text: asObject(reply).title }));
}

function componentsOf({ type, content }: CheckedMessage): JsonObject[] {
	const value = asObject(content);
	if (type === 'text') return [{ type: 'BODY', text: value.body }];
	const components: JsonObject[] = [{ type: 'BODY', text: asObject(value.body).text }];
	const footer = asText(asObject(value.footer).text);
	if (footer !== undefined) components.push({ type: 'FOOTER', text: footer });
	return [...components, { type: 'BUTTONS', buttons: buttonsOf(value) }];
}

/**
 * Keeps the read-only template that Meta makes of a Direct Send (cloud-api 1.8), once per name. How Meta names one without
 * `template_name`, and that it makes one per text, is unverified.
 */
export function keepDirectSend(input: { state: State; message: CheckedMessage }): void {
	const { state, message } = input;
	const components = componentsOf(message);
	const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex').slice(0, 16);
	const name = message.directSend?.templateName ?? `direct_send_${digest}`;
	if ([...state.templates.values()].some((each) => each.name === name)) return;
	const id = newId.template();
	state.templates.set(id, {
		id,
		name,
		language: 'en',
		category: (message.directSend?.category ?? 'utility').toUpperCase(),
		parameterFormat: 'POSITIONAL',
		components,
		status: 'APPROVED',
		rejectedReason: 'NONE',
		source: 'AUTO_GENERATED',
	});
}
