import type { Json } from '../json';
import type { StoredMessage } from '../records';
import type { State } from '../state';
import { toPhoneMessage } from './view';

/** How a tap names its target. */
export interface TapTarget {
	title?: string;
	id?: string;
	index?: number;
}

/** What a tap does: opens an address, copies or dials something, or answers with a message. */
export type TapEffect =
	| { kind: 'open'; url: string }
	| { kind: 'use'; type: string; value: string; action?: string }
	| { kind: 'answer'; type: 'button' | 'interactive'; content: Json };

function hits(
	candidate: { title: string; id?: string; payload?: string },
	position: number,
	target: TapTarget,
): boolean {
	if (target.id !== undefined) return (candidate.id ?? candidate.payload) === target.id;
	if (target.title !== undefined) return candidate.title === target.title;
	return position === target.index;
}

/** What tapping a button or a list row of a message does, or `undefined` when the message has no such thing. */
export function tapEffect(input: { state: State; message: StoredMessage; target: TapTarget }): TapEffect | undefined {
	const { state, message, target } = input;
	const { buttons = [], list } = toPhoneMessage({ state, message });
	const button = buttons.find((each) => hits(each, each.index, target));
	if (button?.type === 'url') return { kind: 'open', url: button.url ?? '' };
	if (button?.type === 'quick_reply')
		return { kind: 'answer', type: 'button', content: { payload: button.payload ?? button.title, text: button.title } };
	if (button?.type === 'reply') {
		const reply = { id: button.id ?? '', title: button.title };
		return { kind: 'answer', type: 'interactive', content: { type: 'button_reply', button_reply: reply } };
	}
	if (button)
		return { kind: 'use', type: button.type, value: button.payload ?? button.title, action: button.action };
	const row = list?.sections.flatMap(({ rows }) => rows).find((each, position) => hits(each, position, target));
	return row && { kind: 'answer', type: 'interactive', content: { type: 'list_reply', list_reply: { ...row } } };
}
