import type { ListRow, MessageList } from '../contract';
import { Sheet } from './sheet';

interface ListSheetProps {
	list: MessageList;
	onPick: (row: ListRow) => void;
	onClose: () => void;
}

/** The sheet of a list message: sections of rows. Tapping a row sends it. */
export function ListSheet({ list, onPick, onClose }: ListSheetProps) {
	return (
		<Sheet title={list.button} testId="list-sheet" closeLabel="Close list" onClose={onClose}>
			{list.sections.map((section, index) => (
				<fieldset key={index}>
					{section.title && <legend dir="auto">{section.title}</legend>}
					{section.rows.map((row) => (
						<SheetRow key={row.id} row={row} onPick={() => onPick(row)} />
					))}
				</fieldset>
			))}
		</Sheet>
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
