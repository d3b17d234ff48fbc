import { GraphError, invalidParameter, invalidValue } from '../errors';
import { asObject, type Json, type JsonObject } from '../json';
import type { Group, Template } from '../records';
import type { State } from '../state';
import { contactsSchema } from './contacts';
import { checkDirectSend } from './directSend';
import { checkEnvelope, type Envelope } from './envelope';
import { checkInteractive } from './interactive/check';
import { locationSchema } from './location';
import { checkMediaSource, isMediaKind, MEDIA_SCHEMAS } from './media';
import { checkPin } from './pin';
import { reactionSchema } from './reaction';
import { checkShape } from './shape';
import { checkTemplate } from './template/send';
import { textSchema } from './text';

const TYPES = [
	'text',
	'image',
	'video',
	'audio',
	'document',
	'sticker',
	'location',
	'contacts',
	'reaction',
	'interactive',
	'template',
	'pin',
] as const;
type MessageType = (typeof TYPES)[number];

/** What a group may get (cloud-api 7). */
const GROUP_TYPES: readonly string[] = ['text', 'image', 'video', 'audio', 'document', 'sticker', 'template', 'pin'];
/** Parts of a template of text or media, the only ones that a group may get. */
const GROUP_COMPONENTS = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS'];

/** A send whose content keeps all rules. */
export interface CheckedMessage {
	type: MessageType;
	content: Json;
	template?: Template;
	contextMessageId?: string;
	callbackData?: string;
	identityKeyHash?: string;
	/** Set for a Direct Send. */
	directSend?: { category: 'utility' | 'authentication'; templateName?: string };
	productPolicy?: 'CLOUD_API_FALLBACK' | 'STRICT';
}

interface Content {
	state: State;
	type: MessageType;
	value: Json;
	direct: boolean;
	group: Group | undefined;
}

function isMessageType(type: unknown): type is MessageType {
	return TYPES.some((each) => each === type);
}

const PLAIN_SCHEMAS = {
	text: textSchema,
	location: locationSchema,
	contacts: contactsSchema,
	reaction: reactionSchema,
} as const;

function checkContent({ state, type, value, direct, group }: Content): Template | undefined {
	if (type === 'template') return checkTemplate({ state, value });
	if (type === 'interactive') checkInteractive({ state, value, direct });
	else if (type === 'pin') checkPin({ state, value, groupId: group?.id ?? '' });
	else if (isMediaKind(type)) {
		const media = checkShape({ schema: MEDIA_SCHEMAS[type], value, name: type });
		checkMediaSource({ state, kind: type, value: media, name: type });
	} else checkShape({ schema: PLAIN_SCHEMAS[type], value, name: type });
	return undefined;
}

function checkGroupType(type: MessageType, group: Group | undefined): void {
	if (group && !GROUP_TYPES.includes(type))
		throw new GraphError({ code: 131051, details: `A message of type ${type} cannot be sent to a group.` });
	if (!group && type === 'pin') throw invalidValue('Param recipient_type must be "group" for a message of type pin.');
}

function checkGroupTemplate(template: Template): void {
	const other = template.components.find(({ type }) => !GROUP_COMPONENTS.includes(String(type)));
	if (other)
		throw new GraphError({ code: 131051, details: `A template with ${String(other.type)} cannot be sent to a group.` });
}

function directSendOf({ category, direct_send_config: config }: Envelope): CheckedMessage['directSend'] {
	return category && { category, templateName: config?.template_name };
}

/**
 * Checks a message body but for its recipient. 100: the envelope has an unknown or missing parameter; the codes of the
 * content are those of its rule. `group` is the recipient when it is one; `marketing` is the endpoint
 * `/marketing_messages`.
 */
export function checkMessage(input: {
	state: State;
	body: JsonObject;
	group?: Group;
	marketing?: boolean;
}): CheckedMessage {
	const { state, body, group, marketing = false } = input;
	const type = body.type ?? 'text';
	if (!isMessageType(type))
		throw invalidParameter(`Param type must be one of {${TYPES.join(', ')}} - got "${String(type)}".`);
	const envelope = checkEnvelope({ body, type, marketing });
	checkGroupType(type, group);
	const content = body[type];
	if (content === undefined || content === null) throw invalidParameter(`The parameter ${type} is required.`);
	if (type === 'reaction' && envelope.context) throw invalidValue('Param context is not allowed for a reaction.');
	const direct = checkDirectSend({ state, envelope, type, content });
	const template = checkContent({ state, type, value: content, direct, group });
	if (group && template) checkGroupTemplate(template);
	return {
		type,
		content,
		template,
		contextMessageId: envelope.context?.message_id,
		callbackData: envelope.biz_opaque_callback_data,
		identityKeyHash: envelope.recipient_identity_key_hash,
		directSend: directSendOf(envelope),
		productPolicy: envelope.product_policy,
	};
}

/** True for a request of permission to call, by itself or as a part of a template. */
export function asksToCall(message: { type: string; content: Json; template?: Template }): boolean {
	if (message.type === 'interactive') return asObject(message.content).type === 'call_permission_request';
	return message.template?.components.some(({ type }) => type === 'CALL_PERMISSION_REQUEST') ?? false;
}
