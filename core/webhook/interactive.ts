import { isJsonObject, objectOf, type JsonObject } from '../shared/json';
import type { EventFlow, WebhookEvent } from './events';
import { some, text } from './values';

/** Content of a tapped button, a chosen list row, a Flow's answer or a call permission (cloud-api 4.6). */
export function interactiveContent(interactive: JsonObject): Partial<WebhookEvent> {
	const type = text(interactive.type) ?? '';
	const reply = objectOf(interactive[type]);
	switch (type) {
		case 'button_reply':
		case 'list_reply':
			return { replyId: text(reply.id), replyTitle: text(reply.title), text: text(reply.title) ?? text(reply.id) };
		case 'nfm_reply':
			return { flow: flowAnswer(reply), text: text(reply.body) ?? '[form answer]' };
		case 'call_permission_reply':
			return { text: `[call permission: ${text(reply.response) ?? 'unknown'}]` };
		default:
			return { text: type === '' ? '[interactive message]' : `[${type}]` };
	}
}

function flowAnswer(reply: JsonObject): EventFlow | undefined {
	const response = parsedResponse(reply.response_json);
	return some<EventFlow>({
		name: text(reply.name),
		token: text(response?.flow_token),
		response,
		responseText: response === undefined ? text(reply.response_json) : undefined,
	});
}

/** `response_json` is documented as a string of JSON; an object, or a string that holds a string of JSON, is taken too. */
function parsedResponse(value: unknown): JsonObject | undefined {
	let current = value;
	for (let depth = 0; depth < 2 && typeof current === 'string'; depth++) {
		try {
			current = JSON.parse(current);
		} catch {
			return undefined;
		}
	}
	return isJsonObject(current) ? current : undefined;
}
