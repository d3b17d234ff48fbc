import { readGraphError } from '../../../core/errors/graphError';
import { isUnclear, readRetryAfter, retryDelayMs } from '../../../core/pace/retry';

function errorOf(error: object, httpStatus = 400) {
	return readGraphError({ httpStatus, body: { error } });
}

function delays(error: object, options: { httpStatus?: number; random?: number; retryAfterSeconds?: number } = {}) {
	return [0, 1, 2, 3].map((attempt) =>
		retryDelayMs({
			error: errorOf(error, options.httpStatus),
			attempt,
			random: options.random ?? 1,
			retryAfterSeconds: options.retryAfterSeconds,
		}),
	);
}

describe('retryDelayMs', () => {
	test('the pair limit waits 4^n seconds at least', () => {
		expect(delays({ code: 131056 }, { random: 0 })).toEqual([1000, 4000, 16_000, 60_000]);
		expect(delays({ code: 131056 }, { random: 1 })[0]).toBe(1250);
	});

	test('the throughput limit begins with a tenth of a second and triples', () => {
		expect(delays({ code: 130429 }, { random: 0 })).toEqual([50, 150, 450, 1350]);
		expect(delays({ code: 130429 }, { random: 1 })).toEqual([100, 300, 900, 2700]);
	});

	test.each([4, 80007, 131057, 2, 131000, 131016, 133000, 133004])('%d is tried again', (code) => {
		expect(delays({ code }).every((delay) => typeof delay === 'number' && delay > 0)).toBe(true);
	});

	test.each([100, 190, 131026, 131047, 131049, 131050, 132000, 132015, 131048, 10])('%d is not', (code) => {
		expect(delays({ code })).toEqual([undefined, undefined, undefined, undefined]);
	});

	test('1 is tried once more', () => {
		expect(delays({ code: 1 })).toEqual([1000, undefined, undefined, undefined]);
	});

	test('is_transient and HTTP 429 are reasons of their own', () => {
		expect(delays({ code: 999_999, is_transient: true })[0]).toBe(1000);
		expect(delays({ message: 'slow' }, { httpStatus: 429 })[0]).toBe(1000);
	});

	test('Retry-After is obeyed', () => {
		expect(delays({ code: 130429 }, { retryAfterSeconds: 7 })).toEqual([7000, 7000, 7000, 7000]);
	});

	test.each([0, 0.2])('a Retry-After of %d seconds does not make it repeat without a pause', (retryAfterSeconds) => {
		expect(delays({ code: 130429 }, { retryAfterSeconds })).toEqual([100, 300, 900, 2700]);
	});

	test('never waits longer than a minute for one repeat', () => {
		expect(retryDelayMs({ error: errorOf({ code: 2 }), attempt: 30, random: 1 })).toBe(60_000);
	});

	test.each([502, 500, 200])('an answer %d of a proxy is unclear, and nothing is repeated after it', (httpStatus) => {
		const error = readGraphError({ httpStatus, body: '<html>Bad gateway</html>' });
		expect(isUnclear(error)).toBe(true);
		expect(retryDelayMs({ error, attempt: 0, random: 1 })).toBeUndefined();
	});

	test("a refusal on the way and Meta's own faults are clear", () => {
		expect(isUnclear(readGraphError({ httpStatus: 403, body: 'Forbidden' }))).toBe(false);
		expect(isUnclear(errorOf({ code: 2 }, 503))).toBe(false);
	});
});

describe('readRetryAfter', () => {
	const now = new Date('2026-11-22T12:00:00Z');

	test.each([
		['3', 3],
		[['3', '4'], 3],
		['0', 0],
		['-5', 0],
		['Sun, 22 Nov 2026 12:00:10 GMT', 10],
		['Sun, 22 Nov 2026 11:00:00 GMT', 0],
		['', undefined],
		[undefined, undefined],
		['soon', undefined],
	])('%j is %j', (header, seconds) => {
		expect(readRetryAfter(header, now)).toBe(seconds);
	});
});
