import { consentFromRow, type ImportDefaults } from '../../../../core/consent/importRow';
import type { ConsentRecord } from '../../../../core/consent/record';
import { CsvReader, type CsvRecord } from '../../../../core/shared/csv';
import { InvalidInput } from '../../../../core/errors/invalidInput';

/** A line that could not be read. */
export interface BrokenLine {
	/** Counted from 1, the header included. */
	line: number;
	reason: string;
	row: Record<string, string>;
}

/** Records written at once. */
const BATCH = 20_000;

/** Broken lines that are told one by one; a file of another kind has nothing else. */
export const MOST_BROKEN = 10_000;

/**
 * Reads a CSV of consent records piece by piece and hands its good lines on in batches.
 *
 * @param file.chunks the file's bytes in pieces, UTF-8
 * @param file.write takes a batch before the next is read
 */
export async function importCsv(file: {
	chunks: AsyncIterable<Uint8Array>;
	defaults: ImportDefaults;
	write: (records: ConsentRecord[]) => Promise<void>;
}): Promise<{ imported: number; brokenCount: number; broken: BrokenLine[] }> {
	const reader = new CsvReader();
	const decoder = new TextDecoder();
	const broken: BrokenLine[] = [];
	let header: string[] | undefined;
	let good: ConsentRecord[] = [];
	let imported = 0;
	let brokenCount = 0;
	const flush = async () => {
		const batch = good;
		good = [];
		if (batch.length > 0) await file.write(batch);
		imported += batch.length;
	};
	const take = async (records: readonly CsvRecord[]) => {
		for (const { line, fields } of records) {
			if (header === undefined) {
				header = fields;
				continue;
			}
			const row = Object.fromEntries(header.map((name, index) => [name, fields[index] ?? '']));
			const read = recordOf(row, file.defaults);
			if (!('contactKey' in read)) {
				brokenCount += 1;
				if (broken.length < MOST_BROKEN) broken.push({ line, reason: read.reason, row });
			} else good.push(read);
			if (good.length >= BATCH) await flush();
		}
	};
	for await (const chunk of file.chunks) await take(reader.push(decoder.decode(chunk, { stream: true })));
	await take(reader.push(decoder.decode()));
	await take(reader.end());
	await flush();
	return { imported, brokenCount, broken };
}

/** A row as a record, or why it is none. */
export function recordOf(row: Readonly<Record<string, unknown>>, defaults: ImportDefaults): ConsentRecord | { reason: string } {
	try {
		return consentFromRow(row, defaults);
	} catch (error) {
		if (error instanceof InvalidInput) return { reason: error.message };
		return { reason: String(error) };
	}
}
