import type { ComponentChildren } from 'preact';
import type { PhoneMessage } from '../contract';
import { dayAndTime } from '../format/time';
import { previewOf } from '../format/preview';
import { openableUrl } from '../format/url';
import { Icon, type IconName } from './icon';

function Note({ icon, children }: { icon: IconName; children: ComponentChildren }) {
	return (
		<div class="bubble-note" dir="auto">
			<Icon name={icon} />
			<span>{children}</span>
		</div>
	);
}

/** What a message says about itself: its group, what was pinned, an offer's end, where a tap on it leads. */
export function Notes({ message }: { message: PhoneMessage }) {
	const { group, pin, offer, tapTarget } = message;
	const target = openableUrl(tapTarget?.url);
	return (
		<>
			{group && <Note icon="person">{group.subject}</Note>}
			{pin && (
				<Note icon="pin">
					{previewOf(message)}
					{pin.expirationDays !== undefined && ` for ${pin.expirationDays} days`}
				</Note>
			)}
			{offer && (
				<Note icon="tag">
					{offer.text ?? 'Offer'}
					{offer.endsAt && ` until ${dayAndTime(offer.endsAt)}`}
				</Note>
			)}
			{target && (
				<Note icon="link">
					<a href={target} target="_blank" rel="noopener noreferrer">
						{tapTarget?.title || target}
					</a>
				</Note>
			)}
		</>
	);
}
