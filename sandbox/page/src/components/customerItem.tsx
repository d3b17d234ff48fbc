import type { Phone, PhoneMessage } from '../contract';
import { readableNumber } from '../format/phoneNumber';
import { previewOf } from '../format/preview';
import { shortWhen } from '../format/time';
import { isUnread } from '../live/unread';
import { phoneHref } from '../live/useHashKey';
import { Avatar } from './avatar';

interface CustomerItemProps {
	phone: Phone;
	messages: readonly PhoneMessage[];
	open: boolean;
}

function addressOf({ phone, username, userId, key }: Phone): string {
	if (phone) return readableNumber(phone);
	return username ? `@${username}` : (userId ?? key);
}

/** A customer in the list: who, where, the last message, and how many are unread. */
export function CustomerItem({ phone, messages, open }: CustomerItemProps) {
	const last = messages.at(-1);
	const unread = messages.filter(isUnread).length;
	return (
		<li>
			<a
				class="customer"
				href={phoneHref(phone.key)}
				data-testid={`customer-${phone.key}`}
				aria-current={open ? 'page' : undefined}
			>
				<Avatar name={phone.name} seed={phone.key} />
				<span class="customer-text">
					<span class="customer-line">
						<strong dir="auto">{phone.name}</strong>
						{last && <time dateTime={last.timestamp}>{shortWhen(last.timestamp)}</time>}
					</span>
					<span class="customer-line faint">
						<span class="customer-address">
							{phone.country && <abbr title={countryName(phone.country)}>{phone.country}</abbr>}
							{addressOf(phone)}
						</span>
						{phone.preference === 'stop' && (
							<span class="tag" title="The customer stopped offers and announcements">
								No offers
							</span>
						)}
					</span>
					<span class="customer-line">
						<span class="customer-last" dir="auto">
							{last ? `${last.direction === 'inbound' ? 'You: ' : ''}${previewOf(last)}` : 'No messages yet'}
						</span>
						{unread > 0 && (
							<span class="unread" data-testid="unread" aria-label={`${unread} unread`}>
								{unread}
							</span>
						)}
					</span>
				</span>
			</a>
		</li>
	);
}

const regions = new Intl.DisplayNames(undefined, { type: 'region' });

function countryName(code: string): string {
	try {
		return regions.of(code) ?? code;
	} catch {
		return code;
	}
}
