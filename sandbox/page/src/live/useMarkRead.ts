import { useEffect } from 'preact/hooks';
import type { PhoneMessage } from '../contract';
import { api } from './api';
import { isUnread } from './unread';
import { usePageVisible } from './usePageVisible';

/** Marks messages read while their phone is open and the page is visible, as a person who looks at it does. */
export function useMarkRead(key: string, messages: readonly PhoneMessage[]): void {
	const visible = usePageVisible();
	const unread = messages.filter(isUnread).map(({ id, status }) => `${id} ${status ?? ''}`).join('\n');
	useEffect(() => {
		// A refusal leaves the ticks as they are, which shows it.
		if (visible && unread !== '') void api.markRead(key).catch(() => undefined);
	}, [key, visible, unread]);
}
