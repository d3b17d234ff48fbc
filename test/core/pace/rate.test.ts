import { numberRate, pairRate, Rate } from '../../../core/pace/rate';

function waits(rate: Rate, count: number, now = 0): number[] {
	return Array.from({ length: count }, () => rate.reserve(now) - now);
}

describe('Rate', () => {
	test('spaces events that come at once', () => {
		expect(waits(new Rate({ intervalMs: 100, burst: 1 }), 4)).toEqual([0, 100, 200, 300]);
	});

	test('lets a burst go at once and then keeps the rate', () => {
		expect(waits(new Rate({ intervalMs: 100, burst: 3 }), 6)).toEqual([0, 0, 0, 100, 200, 300]);
	});

	test('a pause fills the burst again, and no more than it', () => {
		const rate = new Rate({ intervalMs: 100, burst: 3 });
		waits(rate, 6);
		expect(waits(rate, 5, 10_000)).toEqual([0, 0, 0, 100, 200]);
	});

	test('events at the rate never wait', () => {
		const rate = new Rate({ intervalMs: 100, burst: 1 });
		for (let now = 0; now < 2000; now += 100) expect(rate.reserve(now)).toBe(now);
	});

	test('holds everything until a time, and then keeps the rate without a burst', () => {
		const rate = new Rate({ intervalMs: 100, burst: 3 });
		rate.reserve(0);
		rate.holdUntil(5000);
		expect(waits(rate, 3, 1000)).toEqual([4000, 4100, 4200]);
	});
});

describe("Meta's rates", () => {
	test('a number sends 1,000 messages at 80 a second in 12.5 s and a margin', () => {
		const last = waits(numberRate(4800), 1000)[999] ?? 0;
		expect(last).toBeGreaterThan(999 * 12.5);
		expect(last).toBeLessThan(12_800);
	});

	test('never more than the rate in any second', () => {
		const times = waits(numberRate(4800), 500);
		const most = Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length));
		expect(most).toBeLessThanOrEqual(80);
	});

	test('a slow pace is kept from the first message', () => {
		expect(waits(numberRate(60), 3)).toEqual([0, 1020, 2040]);
	});

	test('one person gets 45 at once, then one in six seconds', () => {
		const pair = waits(pairRate(), 47);
		expect(pair[44]).toBe(0);
		expect(pair.slice(45)).toEqual([6000, 12_000]);
	});
});
