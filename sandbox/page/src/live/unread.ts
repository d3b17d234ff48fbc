import type { PhoneMessage } from '../contract';

/** Whether a message reached the phone and the customer has not seen it. */
export function isUnread({ direction, status, type }: PhoneMessage): boolean {
	return direction === 'outbound' && type !== 'reaction' && (status === 'sent' || status === 'delivered');
}
