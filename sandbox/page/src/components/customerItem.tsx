import type { Phone, PhoneMessage } from '../contract';
import { countryName } from '../format/country';
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
						<Tag phone={phone} />
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

/** How this customer stands to the business, the gravest first. */
function Tag({ phone: { blocks, blockedOn = [], online, preference } }: { phone: Phone }) {
	if (blocks) return <span class="tag" title="The customer has blocked the business">Blocks you</span>;
	if (blockedOn.length > 0) return <span class="tag" title="The business has blocked the customer">Blocked</span>;
	if (online === false) return <span class="tag">Phone off</span>;
	if (preference !== 'stop') return null;
	return (
		<span class="tag" title="The customer stopped offers and announcements">
			No offers
		</span>
	);
}
