import { useState } from 'preact/hooks';
import type { MessageButton } from '../contract';
import { openableUrl } from '../format/url';
import { Icon, type IconName } from './icon';

interface ButtonRowProps {
	button: MessageButton;
	/** Tells the sandbox of the tap; resolves when it answered. */
	onTap: () => Promise<void>;
}

const LOOK: Record<MessageButton['type'], { icon?: IconName; testId: string }> = {
	quick_reply: { icon: 'reply', testId: 'reply-button' },
	reply: { icon: 'reply', testId: 'reply-button' },
	url: { icon: 'link', testId: 'url-button' },
	phone_number: { icon: 'call', testId: 'call-button' },
	copy_code: { icon: 'copy', testId: 'copy-button' },
	other: { testId: 'other-button' },
};

/** By what a button of type `other` opens. */
const OPENS: Readonly<Record<string, IconName>> = {
	send_location: 'pin',
	address_message: 'pin',
	request_contact_info: 'person',
	voice_call: 'call',
	call_permission_request: 'call',
	catalog_message: 'bag',
	product: 'bag',
	product_list: 'bag',
	review_and_pay: 'bag',
	review_order: 'bag',
	flow: 'list',
};

/** One button under a bubble. A URL button is a link, so the browser opens it while the sandbox learns of the tap. */
export function ButtonRow({ button, onTap }: ButtonRowProps) {
	const [busy, setBusy] = useState(false);
	const { icon = OPENS[button.action ?? ''], testId } = LOOK[button.type] ?? LOOK.other;
	const tap = async () => {
		setBusy(true);
		await onTap();
		setBusy(false);
	};
	const content = (
		<>
			{icon && <Icon name={icon} />}
			<span dir="auto">{button.title}</span>
		</>
	);
	const href = button.type === 'url' ? openableUrl(button.url) : undefined;
	if (href) {
		return (
			<a
				class="bubble-button"
				data-testid={testId}
				href={href}
				title={href}
				target="_blank"
				rel="noopener noreferrer"
				onClick={() => void onTap()}
			>
				{content}
			</a>
		);
	}
	return (
		<button type="button" class="bubble-button" data-testid={testId} disabled={busy} onClick={() => void tap()}>
			{content}
		</button>
	);
}
