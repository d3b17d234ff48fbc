import { UserError, validateFieldType, type FieldType, type IDataObject } from 'n8n-workflow';

export type ColumnType = 'string' | 'number' | 'boolean' | 'date';

export interface Column {
	name: string;
	type: ColumnType;
}

export interface Filter {
	/** n8n's match type: `anyCondition` joins with OR, `allConditions` with AND. */
	matchType: string;
	conditions: Array<{ keyName: string; condition?: string; keyValue?: unknown }>;
}

type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

const FIELD_TYPES: Record<ColumnType, FieldType> = {
	string: 'string',
	number: 'number',
	boolean: 'boolean',
	date: 'dateTime',
};

const SYSTEM_COLUMNS: Column[] = [
	{ name: 'id', type: 'number' },
	{ name: 'createdAt', type: 'date' },
	{ name: 'updatedAt', type: 'date' },
];

function compare(cell: Cell, other: Cell): number {
	if (typeof cell === 'number' && typeof other === 'number') return cell - other;
	return String(cell) < String(other) ? -1 : Number(String(cell) > String(other));
}

function like(cell: Cell, pattern: Cell): boolean {
	const source = String(pattern).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*');
	return new RegExp(`^${source}$`, 's').test(String(cell));
}

/** SQL's three-valued logic: a comparison with an empty cell is never true, except `neq`. */
function holds(cell: Cell, test: { condition: string; value: Cell }): boolean {
	const { condition, value } = test;
	switch (condition) {
		case 'isEmpty':
			return cell === null || cell === '';
		case 'isNotEmpty':
			return cell !== null && cell !== '';
		case 'isTrue':
			return cell === true;
		case 'isFalse':
			return cell === false;
		case 'neq':
			return value === null ? cell !== null : cell !== value;
	}
	if (value === null) return condition === 'eq' && cell === null;
	if (cell === null) return false;
	switch (condition) {
		case 'eq':
			return cell === value;
		case 'like':
			return like(cell, value);
		case 'ilike':
			return like(String(cell).toLowerCase(), String(value).toLowerCase());
		case 'gt':
			return compare(cell, value) > 0;
		case 'gte':
			return compare(cell, value) >= 0;
		case 'lt':
			return compare(cell, value) < 0;
		case 'lte':
			return compare(cell, value) <= 0;
	}
	throw new Error(`Unsupported filter condition: ${condition}`);
}

/** One table in memory, with the checks and messages of n8n's data-table.service.js (2.41.1). */
export class Table {
	readonly id: string;

	readonly name: string;

	readonly columns: Column[];

	private readonly now: () => Date;

	private readonly rows: Row[] = [];

	private nextRowId = 1;

	constructor(definition: { id: string; name: string; columns: Column[]; now: () => Date }) {
		this.id = definition.id;
		this.name = definition.name;
		this.columns = definition.columns;
		this.now = definition.now;
	}

	/** Every row as it is stored, for assertions. */
	all(): Row[] {
		return this.rows.map((row) => ({ ...row }));
	}

	private cell(value: unknown, column: Column): Cell {
		if (value === null || value === undefined) return null;
		const checked = validateFieldType(column.name, value, FIELD_TYPES[column.type], { strict: false, parseStrings: false });
		if (!checked.valid) {
			throw new UserError(
				`value '${String(value)}' does not match column type '${column.type}': ${checked.errorMessage}`,
			);
		}
		if (column.type === 'date') return new Date(String(checked.newValue)).toISOString();
		return checked.newValue as Cell;
	}

	private cells(data: IDataObject): Row {
		return Object.fromEntries(
			Object.entries(data).map(([key, value]) => {
				const column = this.columns.find(({ name }) => name === key);
				if (column === undefined) throw new UserError(`unknown column name '${key}'`);
				return [key, this.cell(value, column)];
			}),
		);
	}

	private matching(filter: Filter): Row[] {
		const tests = filter.conditions.map(({ keyName, condition = 'eq', keyValue }) => {
			const column = [...SYSTEM_COLUMNS, ...this.columns].find(({ name }) => name === keyName);
			if (column === undefined) {
				throw new UserError(
					`Filter validation failed: Column(s) "${keyName}" do not exist in the selected table. ` +
						'This often happens when switching between tables with different schemas. ' +
						'Please update your filter conditions.',
				);
			}
			return { keyName, condition, value: this.cell(keyValue, column) };
		});
		if (tests.length === 0) return this.rows;
		return this.rows.filter((row) => {
			const matches = (test: (typeof tests)[number]) => holds(row[test.keyName] ?? null, test);
			return filter.matchType === 'allConditions' ? tests.every(matches) : tests.some(matches);
		});
	}

	get(query: { filter: Filter; sortBy?: { column: string; direction: string }; limit?: number }): Row[] {
		const { sortBy, limit } = query;
		const found = [...this.matching(query.filter)];
		if (sortBy !== undefined) {
			if (![...SYSTEM_COLUMNS, ...this.columns].some(({ name }) => name === sortBy.column)) {
				throw new UserError('Specified column does not exist');
			}
			const sign = sortBy.direction === 'ASC' ? 1 : -1;
			found.sort((a, b) => sign * compare(a[sortBy.column] ?? null, b[sortBy.column] ?? null));
		}
		return found.slice(0, limit).map((row) => ({ ...row }));
	}

	/** Rows with their IDs, as within a transaction: nobody sees them until `show`. */
	prepare(data: IDataObject[]): Row[] {
		const at = this.now().toISOString();
		return data
			.map((entry) => this.cells(entry))
			.map((cells) => ({
				...Object.fromEntries(this.columns.map(({ name }) => [name, null])),
				...cells,
				id: this.nextRowId++,
				createdAt: at,
				updatedAt: at,
			}));
	}

	show(made: readonly Row[]): Row[] {
		this.rows.push(...made);
		return made.map((row) => ({ ...row }));
	}

	insert(data: IDataObject[]): Row[] {
		return this.show(this.prepare(data));
	}

	update(change: { filter: Filter; data: IDataObject }): Row[] {
		if (Object.keys(change.data).length === 0) throw new UserError('Data columns must not be empty');
		const found = this.matching(change.filter);
		const cells = this.cells(change.data);
		for (const row of found) Object.assign(row, cells, { updatedAt: this.now().toISOString() });
		return found.map((row) => ({ ...row }));
	}

	upsert(change: { filter: Filter; data: IDataObject }): Row[] {
		const updated = this.update(change);
		return updated.length > 0 ? updated : this.insert([change.data]);
	}

	delete(filter: Filter): Row[] {
		const found = new Set(this.matching(filter));
		const kept = this.rows.filter((row) => !found.has(row));
		this.rows.splice(0, this.rows.length, ...kept);
		return [...found];
	}

	addColumn(column: Column): void {
		this.columns.push(column);
		for (const row of this.rows) row[column.name] = null;
	}

	removeColumn(name: string): void {
		const index = this.columns.findIndex((column) => column.name === name);
		if (index === -1) throw new Error(`The table "${this.name}" has no column "${name}"`);
		this.columns.splice(index, 1);
		for (const row of this.rows) delete row[name];
	}
}
