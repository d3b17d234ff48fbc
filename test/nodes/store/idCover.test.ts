import fc from 'fast-check';
import { coverIds } from '../../../nodes/WhatsAppBusiness/store/dataTable/idCover';

function inRow(first: number, count: number): number[] {
	return Array.from({ length: count }, (_, index) => first + index);
}

describe('how rows of known IDs are read', () => {
	test('each is in a window or named, never both, and a window ends where IDs do', () => {
		const ids = fc.uniqueArray(fc.integer({ min: 1, max: 6_000 }), { maxLength: 3_000 });
		fc.assert(
			fc.property(ids, fc.integer({ min: 1, max: 2_000 }), (scattered, first) => {
				const wanted = [...new Set([...scattered, ...inRow(first, 1_500)])];
				const { windows, single } = coverIds(wanted);
				const inWindow = (id: number) => windows.filter(({ after, upTo }) => id > after && id <= upTo).length;
				expect(wanted.filter((id) => inWindow(id) + Number(single.includes(id)) !== 1)).toEqual([]);
				for (const { after, upTo } of windows) {
					expect(upTo - after).toBeLessThanOrEqual(1_000);
					expect(wanted).toEqual(expect.arrayContaining([after + 1, upTo]));
				}
			}),
			{ numRuns: 30 },
		);
	});

	test('by windows where they stand in a row, by name where they are scattered', () => {
		expect(coverIds(inRow(41, 2_000))).toEqual({ windows: [{ after: 40, upTo: 1_040 }, { after: 1_040, upTo: 2_040 }], single: [] });
		const scattered = inRow(1, 100).map((id) => id * 20);
		expect(coverIds([...scattered].reverse())).toEqual({ windows: [], single: scattered });
		expect(coverIds([])).toEqual({ windows: [], single: [] });
	});
});
