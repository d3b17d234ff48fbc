import { Problems } from '../errors/invalidInput';
import { checkText, checkUnique } from './check';
import { checkParts, type InteractiveMessage } from './interactive';
import { LIMITS } from './limits';

/** A row that answers with its ID, title and description. */
export interface ListRow {
	id: string;
	title: string;
	description?: string;
}

export interface ListSection {
	/** Needed when there is more than one section. */
	title?: string;
	rows: readonly ListRow[];
}

/** A piece of the form together with its name in messages, such as `Section 1 Row 2`. */
interface Named<T> {
	name: string;
	value: T;
}

/**
 * A message with a button that opens a list of up to ten rows (cloud-api 1.4). Row IDs are each unlike
 * the others in the whole list (unverified: the docs say so of buttons), since the answer carries the ID.
 *
 * @throws {InvalidInput} naming `Header Text`, `Body`, `Footer`, `Button Text`, `Sections`,
 * `Section 1 Title`, `Section 1 Rows`, `Section 1 Row 2 Title`, `… Description` or `… ID`
 */
export function buildList(input: {
	headerText?: string;
	body: string;
	footer?: string;
	button: string;
	sections: readonly ListSection[];
}): InteractiveMessage {
	const problems = new Problems();
	const parts = checkParts(problems, {
		header: input.headerText ? { type: 'text', text: input.headerText } : undefined,
		body: input.body,
		footer: input.footer,
		maxBody: LIMITS.listBody,
	});
	const button = checkText(problems, {
		field: 'Button Text',
		value: input.button,
		max: LIMITS.listButton,
	});
	const sections = checkSections(problems, input.sections);
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: { type: 'list', ...parts, action: { button, sections } },
	};
}

function checkSections(problems: Problems, sections: readonly ListSection[]) {
	if (sections.length === 0)
		problems.add('Sections', 'must not be empty; add at least one section');
	if (sections.length > LIMITS.sections) {
		problems.add(
			'Sections',
			`has ${sections.length} sections, at most ${LIMITS.sections} are allowed`,
		);
	}
	const rowCount = sections.reduce((count, { rows }) => count + rows.length, 0);
	if (rowCount > LIMITS.rows) {
		problems.add('Sections', `has ${rowCount} rows in all, at most ${LIMITS.rows} are allowed`);
	}
	const named = sections.map((value, index) => ({ name: `Section ${index + 1}`, value }));
	const checked = named.map((section) =>
		checkSection(problems, { section, titleOptional: sections.length === 1 }),
	);
	checkUnique(
		problems,
		checked.flatMap(({ rows }, s) =>
			rows.map(({ id }, r) => ({ field: `Section ${s + 1} Row ${r + 1} ID`, value: id })),
		),
	);
	return checked;
}

function checkSection(
	problems: Problems,
	input: { section: Named<ListSection>; titleOptional: boolean },
) {
	const { name, value } = input.section;
	const title = checkText(problems, {
		field: `${name} Title`,
		value: value.title,
		max: LIMITS.sectionTitle,
		optional: input.titleOptional,
	});
	if (value.rows.length === 0)
		problems.add(`${name} Rows`, 'must not be empty; add at least one row');
	const rows = value.rows.map((row, index) =>
		checkRow(problems, { name: `${name} Row ${index + 1}`, value: row }),
	);
	return { ...(title !== '' && { title }), rows };
}

function checkRow(problems: Problems, { name, value }: Named<ListRow>): ListRow {
	const title = checkText(problems, {
		field: `${name} Title`,
		value: value.title,
		max: LIMITS.rowTitle,
	});
	const description = checkText(problems, {
		field: `${name} Description`,
		value: value.description,
		max: LIMITS.rowDescription,
		optional: true,
	});
	const id = checkText(problems, { field: `${name} ID`, value: value.id, max: LIMITS.rowId });
	return { id, title, ...(description !== '' && { description }) };
}
