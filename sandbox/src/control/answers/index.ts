import { address, flow } from './forms';
import type { AnswerKind } from './kind';
import { contact, contactInfo, location, order } from './sharing';
import { callPermission, reaction, tap } from './tapping';
import { media, text, unsupported } from './writing';

/** Everything that a customer can send, by the last part of its path below `phones/{key}`. */
export const ANSWERS = {
	address,
	'call-permission': callPermission,
	contact,
	'contact-info': contactInfo,
	flow,
	location,
	media,
	order,
	reaction,
	tap,
	text,
	unsupported,
} satisfies Record<string, AnswerKind>;

/** The name of one of them. */
export type AnswerName = keyof typeof ANSWERS;

/** True for the name of something that a customer can send. */
export function isAnswerName(name: string): name is AnswerName {
	return Object.hasOwn(ANSWERS, name);
}
