import { useEffect, useRef, useState } from 'preact/hooks';
import type { BusinessNumber } from '../contract';
import { Icon } from './icon';

interface PhoneMenuProps {
	preference: 'stop' | 'resume';
	onPreference: (value: 'stop' | 'resume') => void;
	businessNumbers: readonly BusinessNumber[];
	writesTo?: string;
	onWriteTo: (phoneNumberId: string) => void;
}

/** The chat's menu: the marketing preference, and which business number the customer writes to. */
export function PhoneMenu({ preference, onPreference, businessNumbers, writesTo, onWriteTo }: PhoneMenuProps) {
	const [open, setOpen] = useState(false);
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!open) return undefined;
		const onOutside = (event: Event) => {
			if (!frame.current?.contains(event.target as Node)) setOpen(false);
		};
		document.addEventListener('pointerdown', onOutside);
		return () => document.removeEventListener('pointerdown', onOutside);
	}, [open]);
	const choose = (action: () => void) => () => {
		setOpen(false);
		action();
	};
	const stopped = preference === 'stop';
	return (
		<div class="menu-frame" ref={frame} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
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
						onClick={choose(() => onPreference(stopped ? 'resume' : 'stop'))}
					>
						<Icon name={stopped ? 'check' : 'block'} />
						Offers and announcements: {stopped ? 'resume' : 'stop'}
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
									onClick={choose(() => onWriteTo(id))}
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
