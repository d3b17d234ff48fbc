import type { MessageStatus } from '../contract';
import { Icon } from './icon';

const LABELS: Record<MessageStatus, string> = {
	accepted: 'Accepted',
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	played: 'Played',
	failed: 'Failed',
};

/** A message's status: one tick sent, two delivered, two blue read. */
export function Ticks({ status }: { status: MessageStatus }) {
	const label = LABELS[status];
	return (
		<span class="ticks" data-testid={`status-${status}`} role="img" aria-label={label} title={label}>
			{status === 'failed' ? <Icon name="warning" /> : <TickMarks status={status} />}
		</span>
	);
}

function TickMarks({ status }: { status: MessageStatus }) {
	if (status === 'accepted') {
		return (
			<svg viewBox="0 0 18 12" aria-hidden="true">
				<path d="M9 1.500a4.500 4.500 0 1 0 .01 0M9 3.500V6l1.800 1" />
			</svg>
		);
	}
	return (
		<svg viewBox="0 0 18 12" aria-hidden="true">
			<path d={status === 'sent' ? 'M4 6.500l3.300 3.300L14 2.500' : 'M1 6.500l3.300 3.300L11 2.500M8 9.200l.6.6L15.900 2.500'} />
		</svg>
	);
}
