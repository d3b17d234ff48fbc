import type { BusinessNumber, Phone } from '../contract';
import { Icon } from './icon';
import { usePopover } from './usePopover';

/** What the chat's menu does. */
export interface MenuActions {
	onPreference: (value: 'stop' | 'resume') => void;
	onBlock: (blocked: boolean) => void;
	onReport: () => void;
	onOnline: (online: boolean) => void;
	onWriteTo: (phoneNumberId: string) => void;
}

interface PhoneMenuProps extends MenuActions {
	phone: Phone;
	businessNumbers: readonly BusinessNumber[];
	writesTo?: string;
}

/** The chat's menu: offers, blocking, the phone's switch, and which business number the customer writes to. */
export function PhoneMenu({ phone, businessNumbers, writesTo, ...actions }: PhoneMenuProps) {
	const { open, setOpen, frame, onKeyDown, choose } = usePopover();
	const stopped = phone.preference === 'stop';
	const blocked = phone.blocks !== undefined;
	const off = phone.online === false;
	return (
		<div class="menu-frame" ref={frame} onKeyDown={onKeyDown}>
			<button
				type="button"
				class="icon-button"
				data-testid="phone-menu"
				aria-label="Chat menu"
				aria-haspopup="menu"
				aria-expanded={open}
				onClick={() => setOpen(!open)}
			>
				<Icon name="menu" />
			</button>
			{open && (
				<div class="menu" role="menu">
					<button
						type="button"
						role="menuitem"
						data-testid="preference"
						onClick={choose(() => actions.onPreference(stopped ? 'resume' : 'stop'))}
					>
						<Icon name={stopped ? 'check' : 'block'} />
						Offers and announcements: {stopped ? 'resume' : 'stop'}
					</button>
					<button type="button" role="menuitem" data-testid="block" onClick={choose(() => actions.onBlock(!blocked))}>
						<Icon name={blocked ? 'check' : 'block'} />
						{blocked ? 'Unblock the business' : 'Block the business'}
					</button>
					{!blocked && (
						<button type="button" role="menuitem" data-testid="report" onClick={choose(actions.onReport)}>
							<Icon name="warning" />
							Report and block
						</button>
					)}
					<button type="button" role="menuitem" data-testid="online" onClick={choose(() => actions.onOnline(off))}>
						<Icon name="power" />
						{off ? 'Switch the phone on' : 'Switch the phone off'}
					</button>
					{businessNumbers.length > 1 && (
						<div class="menu-group" role="group" aria-label="Write to">
							<div class="menu-label">Write to</div>
							{businessNumbers.map(({ id, verifiedName }) => (
								<button
									key={id}
									type="button"
									role="menuitemradio"
									aria-checked={id === writesTo}
									onClick={choose(() => actions.onWriteTo(id))}
								>
									<Icon name={id === writesTo ? 'check' : 'phone'} />
									{verifiedName}
								</button>
							))}
						</div>
					)}
				</div>
			)}
		</div>
	);
}
