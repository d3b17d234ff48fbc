import type { PhoneMessage } from '../contract';
import { ButtonRow } from './buttonRow';
import { Icon } from './icon';

interface BubbleButtonsProps {
	message: PhoneMessage;
	onTap: (message: PhoneMessage, choice: { index: number }) => Promise<void>;
	onOpenList: (message: PhoneMessage) => void;
}

/** What can be tapped under a bubble. A failed message never reached the phone, so it has nothing to tap. */
export function BubbleButtons({ message, onTap, onOpenList }: BubbleButtonsProps) {
	const { list, status } = message;
	const buttons = (message.buttons ?? []).filter(({ card }) => card === undefined);
	if (status === 'failed' || (buttons.length === 0 && !list)) return null;
	return (
		<div class="bubble-buttons">
			{buttons.map((button) => (
				<ButtonRow key={button.index} button={button} onTap={() => onTap(message, { index: button.index })} />
			))}
			{list && (
				<button type="button" class="bubble-button" data-testid="list-open" aria-haspopup="dialog" onClick={() => onOpenList(message)}>
					<Icon name="list" />
					<span dir="auto">{list.button}</span>
				</button>
			)}
		</div>
	);
}
