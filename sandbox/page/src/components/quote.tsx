import type { PhoneMessage } from '../contract';
import { previewOf } from '../format/preview';

interface QuoteProps {
	message: PhoneMessage;
	businessName: string;
	onOpen?: () => void;
}

/** The message that another one answers; leads to it. */
export function Quote({ message, businessName, onOpen }: QuoteProps) {
	return (
		<button type="button" class="quote" data-testid="quote" onClick={onOpen}>
			<span class="quote-author">{message.direction === 'inbound' ? 'You' : businessName}</span>
			<span class="quote-text" dir="auto">
				{previewOf(message)}
			</span>
		</button>
	);
}
