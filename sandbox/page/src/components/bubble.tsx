import { memo } from 'preact/compat';
import type { PhoneMessage } from '../contract';
import { timeOfDay } from '../format/time';
import { BubbleButtons } from './bubbleButtons';
import { BubbleHeader } from './bubbleHeader';
import { CardStrip } from './cardStrip';
import { ContactCards } from './contactCards';
import { Failure } from './failure';
import { Icon } from './icon';
import { LocationCard } from './locationCard';
import { MediaView } from './mediaView';
import { Notes } from './notes';
import { OrderCard } from './orderCard';
import { ProductRows } from './productRows';
import { Quote } from './quote';
import { ReactionPicker } from './reactionPicker';
import { RichText } from './richText';
import { Ticks } from './ticks';

export interface BubbleProps {
	message: PhoneMessage;
	quoted?: PhoneMessage;
	/** Emojis that people put on this message. */
	reactions: readonly string[];
	/** The customer's own. */
	ownReaction?: string;
	businessName: string;
	onTap: (message: PhoneMessage, choice: { id?: string; index?: number }) => Promise<void>;
	onOpenList: (message: PhoneMessage) => void;
	onReply: (message: PhoneMessage) => void;
	onReact: (message: PhoneMessage, emoji: string) => void;
	onJump: (messageId: string) => void;
}

/** The handlers may change at every drawing: they do the same for the same phone. */
function isSame(before: BubbleProps, after: BubbleProps): boolean {
	return (
		before.message === after.message &&
		before.quoted === after.quoted &&
		before.businessName === after.businessName &&
		before.ownReaction === after.ownReaction &&
		before.reactions.join() === after.reactions.join()
	);
}

/** A message: bubble, its buttons, reactions and why it failed. Drawn anew only when one of these changes. */
export const Bubble = memo(DrawnBubble, isSame);

function DrawnBubble(props: BubbleProps) {
	const { message, reactions, ownReaction, onTap, onOpenList, onReply, onReact } = props;
	return (
		<li class={`message ${message.direction}`} id={`m-${message.id}`} data-testid={`message-${message.id}`}>
			<div class="message-column">
				<div class="bubble" data-testid="bubble" data-type={message.type} data-failed={message.status === 'failed'}>
					<BubbleContent {...props} />
					<BubbleMeta message={message} />
				</div>
				{message.cards && <CardStrip message={message} cards={message.cards} onTap={onTap} />}
				<BubbleButtons message={message} onTap={onTap} onOpenList={onOpenList} />
				{reactions.length > 0 && (
					<div class="reactions" data-testid="reactions" role="img" aria-label={`Reactions: ${reactions.join(' ')}`}>
						{reactions.join(' ')}
					</div>
				)}
				{message.error && <Failure error={message.error} />}
			</div>
			<div class="message-actions">
				<button
					type="button"
					class="icon-button message-action"
					data-testid="reply-to"
					aria-label="Reply to this message"
					onClick={() => onReply(message)}
				>
					<Icon name="reply" />
				</button>
				<ReactionPicker own={ownReaction} onReact={(emoji) => onReact(message, emoji)} />
			</div>
		</li>
	);
}

/** A word for a message that shows nothing that the page knows how to draw. */
function isBare({ header, body, media, location, contacts, reaction, products, cards, order, pin, buttons }: PhoneMessage): boolean {
	return !(header ?? body ?? media ?? location ?? contacts ?? reaction ?? products ?? cards ?? order ?? pin ?? buttons);
}

function BubbleContent({ message, quoted, businessName, onJump }: BubbleProps) {
	const { header, media, location, contacts, reaction, products, order, footer } = message;
	const body = message.body ?? media?.caption;
	return (
		<>
			<Notes message={message} />
			{quoted && <Quote message={quoted} businessName={businessName} onOpen={() => onJump(quoted.id)} />}
			{header && <BubbleHeader header={header} location={location} />}
			{media && <MediaView {...media} />}
			{location && header?.type !== 'location' && <LocationCard location={location} />}
			{contacts && <ContactCards contacts={contacts} />}
			{products && <ProductRows products={products} />}
			{order && <OrderCard order={order} />}
			{reaction && <div class="bubble-emoji">{reaction.emoji}</div>}
			{body && (
				<div class="bubble-body" dir="auto">
					<RichText text={body} />
				</div>
			)}
			{footer && (
				<div class="bubble-footer" dir="auto">
					{footer}
				</div>
			)}
			{isBare(message) && <div class="bubble-bare">Message of type “{message.type}”</div>}
		</>
	);
}

function BubbleMeta({ message: { timestamp, status, template } }: { message: PhoneMessage }) {
	return (
		<div class="bubble-meta">
			{template && (
				<span class="template-name" title={`Template ${template.name} (${template.language}, ${template.category})`}>
					{template.name}
				</span>
			)}
			<time dateTime={timestamp} title={new Date(timestamp).toLocaleString()}>
				{timeOfDay(timestamp)}
			</time>
			{status && <Ticks status={status} />}
		</div>
	);
}
