import { asObject, asObjects, asText, compact, type JsonObject } from '../json';
import type { State } from '../state';
import { phoneHeaderMedia } from './media';
import type { PhoneButton, PhoneContent, PhoneHeader, PhoneList } from './types';

function header(state: State, value: unknown): PhoneHeader | undefined {
	const { type, ...rest } = asObject(value);
	if (type === 'text') return { type, text: asText(rest.text) };
	if (type === 'image' || type === 'video' || type === 'document')
		return phoneHeaderMedia({ state, kind: type, value: rest[type] });
	return undefined;
}

function buttons(action: JsonObject): PhoneButton[] | undefined {
	if (action.name === 'cta_url') {
		const parameters = asObject(action.parameters);
		return [
			compact({ index: 0, type: 'url', title: asText(parameters.display_text) ?? '', url: asText(parameters.url) }),
		];
	}
	if (!Array.isArray(action.buttons)) return undefined;
	return asObjects(action.buttons).map(({ reply }, index) =>
		compact({ index, type: 'reply', title: asText(asObject(reply).title) ?? '', id: asText(asObject(reply).id) }),
	);
}

function list(action: JsonObject): PhoneList | undefined {
	if (!Array.isArray(action.sections)) return undefined;
	const sections = asObjects(action.sections).map((section) =>
		compact({
			title: asText(section.title),
			rows: asObjects(section.rows).map((row) =>
				compact({ id: asText(row.id) ?? '', title: asText(row.title) ?? '', description: asText(row.description) }),
			),
		}),
	);
	return { button: asText(action.button) ?? '', sections };
}

/** An interactive message of the business, or a customer's answer to one, as the phone shows it. */
export function renderInteractive(state: State, content: unknown): PhoneContent {
	const value = asObject(content);
	const reply = asObject(value.button_reply ?? value.list_reply);
	if (asText(reply.title) !== undefined) return { body: asText(reply.title) };
	const action = asObject(value.action);
	return compact({
		header: header(state, value.header),
		body: asText(asObject(value.body).text),
		footer: asText(asObject(value.footer).text),
		buttons: buttons(action),
		list: list(action),
	});
}
