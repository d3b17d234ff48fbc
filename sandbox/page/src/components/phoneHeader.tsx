import type { ComponentChildren } from 'preact';
import type { BusinessNumber } from '../contract';
import { readableNumber } from '../format/phoneNumber';
import { Avatar } from './avatar';
import { Icon } from './icon';

/** The chat's head: the business as the customer sees it. `children` is the menu. */
export function PhoneHeader({ business, children }: { business?: BusinessNumber; children: ComponentChildren }) {
	const name = business?.verifiedName ?? 'Business';
	return (
		<header class="phone-head">
			<a class="icon-button back" href="#/" aria-label="Back to the customers" data-testid="back">
				<Icon name="back" />
			</a>
			<Avatar name={name} />
			<div class="phone-head-text">
				<h1 dir="auto">{name}</h1>
				<p>
					Business account{business && <> · {readableNumber(business.displayPhoneNumber)}</>}
				</p>
			</div>
			{children}
		</header>
	);
}
