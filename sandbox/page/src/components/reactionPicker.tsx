import { Icon } from './icon';
import { usePopover } from './usePopover';

const EMOJIS = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

/** Puts an emoji on a message; the one that is there is taken away by choosing it again. */
export function ReactionPicker({ own, onReact }: { own?: string; onReact: (emoji: string) => void }) {
	const { open, setOpen, frame, onKeyDown, choose } = usePopover();
	return (
		<div class="menu-frame" ref={frame} onKeyDown={onKeyDown}>
			<button
				type="button"
				class="icon-button message-action"
				data-testid="react"
				aria-label="React to this message"
				aria-expanded={open}
				onClick={() => setOpen(!open)}
			>
				<Icon name="smile" />
			</button>
			{open && (
				<div class="emoji-row" role="menu">
					{EMOJIS.map((emoji) => (
						<button
							key={emoji}
							type="button"
							role="menuitemradio"
							aria-checked={emoji === own}
							onClick={choose(() => onReact(emoji === own ? '' : emoji))}
						>
							{emoji}
						</button>
					))}
				</div>
			)}
		</div>
	);
}
