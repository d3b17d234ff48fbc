import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon';

interface SheetProps {
	title: string;
	testId: string;
	/** What the closing button is called. */
	closeLabel?: string;
	onClose: () => void;
	children: ComponentChildren;
}

/** A sheet that comes up from the lower edge of the phone. */
export function Sheet({ title, testId, closeLabel = 'Close', onClose, children }: SheetProps) {
	const closer = useRef<HTMLButtonElement>(null);
	useEffect(() => closer.current?.focus(), []);
	return (
		<div class="sheet-veil" onClick={(event) => event.target === event.currentTarget && onClose()}>
			<section
				class="sheet"
				role="dialog"
				aria-modal="true"
				aria-label={title}
				data-testid={testId}
				onKeyDown={(event) => event.key === 'Escape' && onClose()}
			>
				<header class="sheet-head">
					<h2 dir="auto">{title}</h2>
					<button ref={closer} type="button" class="icon-button" aria-label={closeLabel} onClick={onClose}>
						<Icon name="close" />
					</button>
				</header>
				<div class="sheet-body">{children}</div>
			</section>
		</div>
	);
}
