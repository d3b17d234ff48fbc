import type { MessageCard, PhoneMessage } from '../contract';
import { BubbleHeader } from './bubbleHeader';
import { ButtonRow } from './buttonRow';
import { ProductRows } from './productRows';
import { RichText } from './richText';

interface CardStripProps {
	message: PhoneMessage;
	cards: readonly MessageCard[];
	onTap: (message: PhoneMessage, choice: { index: number }) => Promise<void>;
}

/** The cards of a carousel, to swipe through, each with its buttons. */
export function CardStrip({ message, cards, onTap }: CardStripProps) {
	const canTap = message.status !== 'failed';
	return (
		<ul class="card-strip" data-testid="cards" tabIndex={0} aria-label="Cards">
			{cards.map(({ header, body, products }, position) => (
				<li key={position} class="swipe-card">
					<div class="swipe-card-content">
						{header && <BubbleHeader header={header} />}
						{products && <ProductRows products={products} />}
						{body && (
							<div class="bubble-body" dir="auto">
								<RichText text={body} />
							</div>
						)}
					</div>
					{message.buttons
						?.filter(({ card }) => canTap && card === position)
						.map((button) => (
							<ButtonRow key={button.index} button={button} onTap={() => onTap(message, { index: button.index })} />
						))}
				</li>
			))}
		</ul>
	);
}
