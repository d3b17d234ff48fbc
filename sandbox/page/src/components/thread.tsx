import { useMemo } from 'preact/hooks';
import type { BusinessNumber, PhoneMessage } from '../contract';
import { Bubble, type BubbleProps } from './bubble';
import { Divider } from './divider';
import { Icon } from './icon';
import { reactionsByMessage } from './reactions';
import { threadRows } from './threadRows';
import { useStickToEnd } from './useStickToEnd';

type Handlers = Pick<BubbleProps, 'onTap' | 'onOpenList' | 'onReply' | 'onReact'>;

interface ThreadProps extends Handlers {
	phoneKey: string;
	messages: readonly PhoneMessage[];
	businessNumbers: readonly BusinessNumber[];
	/** Shown when there is no message yet. */
	emptyText: string;
}

const NO_REACTIONS: readonly string[] = [];

function jumpTo(messageId: string): void {
	const target = document.getElementById(`m-${messageId}`);
	target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
	target?.animate([{ backgroundColor: 'var(--highlight)' }, { backgroundColor: 'transparent' }], 1400);
}

/** All messages of a phone, oldest first, with dividers per day and per business number. */
export function Thread({ phoneKey, messages, businessNumbers, emptyText, ...handlers }: ThreadProps) {
	// A message of one's own leads to the end, as on a phone.
	const lastOwn = messages.findLast(({ direction }) => direction === 'inbound')?.id ?? '';
	const { box, content, atEnd, toEnd, onScroll } = useStickToEnd(`${phoneKey} ${lastOwn}`);
	const byId = useMemo(() => new Map(messages.map((message) => [message.id, message])), [messages]);
	const reactions = useMemo(() => reactionsByMessage(messages), [messages]);
	const names = useMemo(() => new Map(businessNumbers.map(({ id, verifiedName }) => [id, verifiedName])), [businessNumbers]);
	const rows = useMemo(() => threadRows(messages, byId), [messages, byId]);
	const nameOf = (id: string) => names.get(id) ?? 'Business';
	return (
		<div class="thread-frame">
			<div class="thread" ref={box} onScroll={onScroll} tabIndex={0} role="log" aria-label="Messages">
				<div ref={content}>
					{rows.length === 0 && <p class="thread-empty">{emptyText}</p>}
					<ol class="thread-list">
						{rows.map((row) =>
							row.kind === 'message' ? (
								<Bubble
									key={row.message.id}
									message={row.message}
									quoted={byId.get(row.message.contextMessageId ?? '')}
									reactions={reactions.get(row.message.id)?.all ?? NO_REACTIONS}
									ownReaction={reactions.get(row.message.id)?.own}
									businessName={nameOf(row.message.phoneNumberId)}
									onJump={jumpTo}
									{...handlers}
								/>
							) : (
								<Divider key={row.id} text={row.kind === 'day' ? row.text : nameOf(row.text)} />
							),
						)}
					</ol>
				</div>
			</div>
			{!atEnd && (
				<button type="button" class="to-end" aria-label="Go to the newest message" onClick={toEnd}>
					<Icon name="down" />
				</button>
			)}
		</div>
	);
}
