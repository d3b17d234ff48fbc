import fc from 'fast-check';
import { csvLine, CsvReader, type CsvRecord } from '../../../core/shared/csv';

function read(text: string, size = text.length || 1): CsvRecord[] {
	const reader = new CsvReader();
	const records: CsvRecord[] = [];
	for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
	return [...records, ...reader.end()];
}

describe('CSV', () => {
	test.each([
		['commas', 'a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2']]],
		['semicolons', 'a;b\n1,5;2\n', [['a', 'b'], ['1,5', '2']]],
		['tabs', 'a\tb\n1\t2', [['a', 'b'], ['1', '2']]],
		['a BOM', '\ufeffa,b\n1,2', [['a', 'b'], ['1', '2']]],
		['quotes', 'a,b\n"1, ""x""\ny",2\n', [['a', 'b'], ['1, "x"\ny', '2']]],
		['old Mac line breaks', 'a,b\r1,2\r', [['a', 'b'], ['1', '2']]],
		['empty fields and lines', 'a,b\n\n,2\n1,\n', [['a', 'b'], ['', '2'], ['1', '']]],
		['a quote that never ends', 'a,b\n"1,2\n', [['a', 'b'], ['1,2']]],
		['one column', 'a\n1\n2', [['a'], ['1'], ['2']]],
	])('reads %s, in one piece and in many', (_name, text, expected) => {
		for (const size of [text.length, 1, 2, 3, 7]) expect(read(text, size).map(({ fields }) => fields)).toEqual(expected);
	});

	test('counts lines as an editor does', () => {
		expect(read('a,b\n"x\ny",1\n\nz,2\n').map(({ line }) => line)).toEqual([1, 2, 5]);
	});

	test('what is written is read again, but for formulas, which become text', () => {
		const field = fc.string().map((text) => text.trim()).filter((text) => !/^[=@\t\r+-]/.test(text));
		fc.assert(
			fc.property(fc.array(field, { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 9 }), (fields, size) => {
				const text = csvLine(fields.map((_, index) => `column ${index}`)) + csvLine(fields);
				expect(read(text, size)[1]?.fields).toEqual(fields);
			}),
		);
		expect(csvLine(['=1+1', '@x', '+49 151', '-5', true, null])).toBe("'=1+1,'@x,+49 151,-5,true,\r\n");
	});
});
