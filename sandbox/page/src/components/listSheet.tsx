import { useEffect, useRef } from 'preact/hooks';
import type { ListRow, MessageList } from '../contract';
import { Icon } from './icon';

interface ListSheetProps {
	list: MessageList;
	onPick: (row: ListRow) => void;
	onClose: () => void;
}

/** The sheet of a list message: sections of rows. Tapping a row sends it. */
export function ListSheet({ list, onPick, onClose }: ListSheetProps) {
	const closer = useRef<HTMLButtonElement>(null);
	useEffect(() => closer.current?.focus(), []);
	return (
		<div class="sheet-veil" onClick={(event) => event.target === event.currentTarget && onClose()}>
			<section
				class="sheet"
				role="dialog"
				aria-modal="true"
				aria-label={list.button}
				data-testid="list-sheet"
				onKeyDown={(event) => event.key === 'Escape' && onClose()}
			>
				<header class="sheet-head">
					<h2 dir="auto">{list.button}</h2>
					<button ref={closer} type="button" class="icon-button" aria-label="Close list" onClick={onClose}>
						<Icon name="close" />
					</button>
				</header>
				<div class="sheet-body">
					{list.sections.map((section, index) => (
						<fieldset key={index}>
							{section.title && <legend dir="auto">{section.title}</legend>}
							{section.rows.map((row) => (
								<SheetRow key={row.id} row={row} onPick={() => onPick(row)} />
							))}
						</fieldset>
					))}
				</div>
			</section>
		</div>
	);
}

function SheetRow({ row, onPick }: { row: ListRow; onPick: () => void }) {
	return (
		<button type="button" class="sheet-row" data-testid="list-row" onClick={onPick}>
			<span class="sheet-row-text" dir="auto">
				<span>{row.title}</span>
				{row.description && <small>{row.description}</small>}
			</span>
			<span class="radio" aria-hidden="true" />
		</button>
	);
}
