import { asObject, asText, compact } from '../json';
import { isMediaKind } from '../rules/media';
import type { StoredMessage } from '../records';
import type { State } from '../state';
import { phoneMedia } from './media';
import { phoneCart } from './order';
import { renderInteractive } from './renderInteractive';
import { renderTemplate } from './renderTemplate';
import type { PhoneContent, PhoneMessage } from './types';

function render(state: State, message: StoredMessage): PhoneContent {
	const { type, content, template } = message;
	if (template) return renderTemplate({ state, template, content });
	if (isMediaKind(type)) return { media: phoneMedia({ state, kind: type, value: content }) };
	const value = asObject(content);
	if (type === 'text') return { body: asText(value.body) };
	if (type === 'button') return { body: asText(value.text) };
	if (type === 'interactive') return renderInteractive(state, content);
	if (type === 'order') return { order: phoneCart(value), body: asText(value.text) };
	if (type === 'contacts') return { contacts: content };
	if (type === 'reaction')
		return { reaction: { messageId: asText(value.message_id) ?? '', emoji: asText(value.emoji) ?? '' } };
	if (type === 'pin') {
		const expirationDays = typeof value.expiration_days === 'number' ? value.expiration_days : undefined;
		return {
			pin: compact({ type: asText(value.type) ?? '', messageId: asText(value.message_id) ?? '', expirationDays }),
		};
	}
	if (type !== 'location') return {};
	const place = {
		latitude: Number(value.latitude),
		longitude: Number(value.longitude),
		name: asText(value.name),
		address: asText(value.address),
	};
	return { location: compact(place) };
}

/** A stored message as the customer's phone shows it. */
export function toPhoneMessage(input: { state: State; message: StoredMessage }): PhoneMessage {
	const { state, message } = input;
	const { id, direction, phoneNumberId, type, template, contextMessageId, status, failure } = message;
	const group = message.groupId === undefined ? undefined : state.groups.get(message.groupId);
	return compact({
		id,
		direction,
		phoneNumberId,
		timestamp: new Date(message.at).toISOString(),
		type,
		...render(state, message),
		template: template && { name: template.name, language: template.language, category: template.category },
		contextMessageId,
		group: group && { id: group.id, subject: group.subject },
		status,
		error: failure,
	});
}
