/** A record of a CSV file and the line on which it begins, counted from 1. */
export interface CsvRecord {
	line: number;
	fields: string[];
}

const DELIMITERS = [',', ';', '\t'];

/** Whichever of comma, semicolon and tab is most frequent in the first line. */
function delimiterOf(text: string): string {
	const [line = ''] = text.split(/\r?\n/, 1);
	const count = (delimiter: string) => line.split(delimiter).length;
	return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
}

/**
 * Reads CSV (RFC 4180; comma, semicolon or tab; with or without BOM) piece by piece, so that a file of millions of lines
 * never stands in memory. Of our own because the known libraries need timers or generated code, which n8n's scan refuses.
 */
export class CsvReader {
	private pending = '';

	private delimiter: string | undefined;

	private line = 1;

	/** The records that are whole with this piece. Empty lines are left out. */
	push(piece: string): CsvRecord[] {
		this.pending += piece;
		if (this.delimiter === undefined && !/[\r\n]/.test(this.pending)) return [];
		return this.read(false);
	}

	/** What is left at the end of the file. */
	end(): CsvRecord[] {
		return this.read(true);
	}

	private read(isEnd: boolean): CsvRecord[] {
		if (this.delimiter === undefined) {
			this.pending = this.pending.replace(/^\ufeff/, '');
			this.delimiter = delimiterOf(this.pending);
		}
		const records: CsvRecord[] = [];
		let at = 0;
		for (;;) {
			const found = this.recordAt(at, { delimiter: this.delimiter, isEnd });
			if (found === undefined) break;
			const { fields, next, lines } = found;
			if (fields.length > 1 || fields[0] !== '') records.push({ line: this.line, fields });
			this.line += lines;
			at = next;
			if (at >= this.pending.length) break;
		}
		this.pending = this.pending.slice(at);
		return records;
	}

	/** The record that begins at a position; undefined when its end is not there yet. */
	private recordAt(
		start: number,
		{ delimiter, isEnd }: { delimiter: string; isEnd: boolean },
	): { fields: string[]; next: number; lines: number } | undefined {
		const text = this.pending;
		const fields: string[] = [];
		let at = start;
		let lines = 0;
		for (;;) {
			let field = '';
			if (text[at] === '"') {
				const closed = quoted(text, at + 1);
				if (closed === undefined && !isEnd) return undefined;
				({ field, at, lines } = closed === undefined
					? { field: text.slice(at + 1), at: text.length, lines }
					: { ...closed, lines: lines + closed.lines });
			}
			const from = at;
			while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
			fields.push((field + text.slice(from, at)).trim());
			if (at >= text.length) return isEnd && text.length > start ? { fields, next: at, lines } : undefined;
			if (text[at] === delimiter) {
				at++;
				continue;
			}
			// The second half of a line break may come with the next piece.
			if (text[at] === '\r' && at + 1 >= text.length && !isEnd) return undefined;
			return { fields, next: text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1, lines: lines + 1 };
		}
	}
}

/** A quoted field from behind its first quote; undefined when it does not end. */
function quoted(text: string, start: number): { field: string; at: number; lines: number } | undefined {
	let field = '';
	let at = start;
	for (;;) {
		const end = text.indexOf('"', at);
		if (end === -1 || end === text.length - 1) {
			return end === -1 ? undefined : { field: field + text.slice(at, end), at: end + 1, lines: breaksIn(field + text.slice(at, end)) };
		}
		field += text.slice(at, end);
		if (text[end + 1] !== '"') return { field, at: end + 1, lines: breaksIn(field) };
		field += '"';
		at = end + 2;
	}
}

function breaksIn(text: string): number {
	return text.split(/\r\n|\n|\r/).length - 1;
}

/**
 * One line of CSV. Fields that a spreadsheet would take for a formula are quoted as text (a name may be `=HYPERLINK(…)`).
 */
export function csvLine(fields: ReadonlyArray<string | number | boolean | null>): string {
	const written = fields.map((value) => {
		const text = value === null ? '' : String(value);
		const safe = /^[=@\t\r]|^[+-](?!\d)/.test(text) ? `'${text}` : text;
		return /[",;\n\r\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
	});
	return `${written.join(',')}\r\n`;
}
