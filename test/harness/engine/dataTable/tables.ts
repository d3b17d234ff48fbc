import { UserError } from 'n8n-workflow';
import { Table, type Column } from './table';

const NAME_LIMIT = 128;
const COLUMN_NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/;
const RESERVED = ['id', 'createdat', 'updatedat'];

/** The Data Tables of one project, with the checks and messages of n8n 2.41.1. */
export class Tables {
	private readonly tables: Table[] = [];

	private made = 0;

	private readonly now: () => Date;

	/** Awaited between giving IDs to inserted rows and showing them. */
	readonly commit: () => Promise<void>;

	constructor({ now = () => new Date(), commit = async () => {} }: { now?: () => Date; commit?: () => Promise<void> } = {}) {
		this.now = now;
		this.commit = commit;
	}

	/** @throws UserError when the name is taken or a column's name is not allowed */
	create(definition: { name: string; columns: Column[] }): Table {
		const name = definition.name.trim();
		if (name === '' || name.length > NAME_LIMIT) throw new UserError(`Data table name "${name}" is not allowed`);
		if (this.byName(name) !== undefined) {
			throw new UserError(`Data table with name '${name}' already exists in this project`);
		}
		for (const column of definition.columns) {
			if (!COLUMN_NAME.test(column.name)) throw new UserError(`Column name "${column.name}" is not allowed`);
			if (RESERVED.includes(column.name.toLowerCase())) {
				throw new UserError(`Column name "${column.name}" is reserved as a system column name.`);
			}
		}
		const id = `table${String(++this.made).padStart(11, '0')}`;
		const table = new Table({ id, name, columns: [...definition.columns], now: this.now });
		this.tables.push(table);
		return table;
	}

	byName(name: string): Table | undefined {
		return this.tables.find((table) => table.name === name);
	}

	/** @throws UserError when the table is gone, as n8n's node says it */
	byId(id: string): Table {
		const table = this.tables.find((candidate) => candidate.id === id);
		if (table === undefined) throw new UserError(`Data table with ID '${id}' could not be found in this project`);
		return table;
	}

	/** n8n filters names with SQL's LIKE, so `_` and `%` in the pattern are wildcards and any part of a name matches. */
	search(pattern = ''): Table[] {
		const source = pattern
			.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
			.replaceAll('%', '.*')
			.replaceAll('_', '.');
		return this.tables.filter((table) => new RegExp(source, 'is').test(table.name));
	}

	delete(name: string): void {
		const index = this.tables.findIndex((table) => table.name === name);
		if (index === -1) throw new Error(`There is no Data Table "${name}" to delete`);
		this.tables.splice(index, 1);
	}
}
