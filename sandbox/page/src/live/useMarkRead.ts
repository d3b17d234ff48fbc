import { useEffect } from 'preact/hooks';
import type { Phone, PhoneMessage } from '../contract';
import { api } from './api';
import { isUnread } from './unread';
import { usePageVisible } from './usePageVisible';

/**
 * Marks messages read while their phone is open and the page is visible, as a person who looks at it does. A phone that is off, or
 * whose owner has blocked the business, shows nothing new.
 */
export function useMarkRead({ key, online, blocks }: Phone, messages: readonly PhoneMessage[]): void {
	const visible = usePageVisible() && online !== false && blocks === undefined;
	const unread = messages.filter(isUnread).map(({ id, status }) => `${id} ${status ?? ''}`).join('\n');
	useEffect(() => {
		// A refusal leaves the ticks as they are, which shows it.
		if (visible && unread !== '') void api.markRead(key).catch(() => undefined);
	}, [key, visible, unread]);
}
