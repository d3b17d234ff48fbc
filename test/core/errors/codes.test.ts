import { ERROR_CODES, findErrorCode } from '../../../core/errors/codes';

test('holds every row of the reference, each once and complete', () => {
	expect(ERROR_CODES).toHaveLength(151);
	const keys = ERROR_CODES.map(({ code, subcode }) => `${code}/${subcode ?? ''}`);
	expect(new Set(keys).size).toBe(151);
	for (const row of ERROR_CODES) {
		expect(row.title).toMatch(/\S/);
		expect(row.remedy).toMatch(/^[A-Z0-9]/);
	}
});

test('finds a code', () => {
	expect(findErrorCode({ code: 131047 })).toEqual({
		code: 131047,
		title: 'Re-engagement message',
		httpStatus: 400,
		retryable: 'no',
		remedy: '24-hour window closed; send an approved template instead',
	});
});

test.each([
	['the row of the subcode', { code: 190, subcode: 463 }, 'Access token expired'],
	[
		'the row of the code for an unknown subcode',
		{ code: 190, subcode: 460 },
		'Access token expired or invalid',
	],
	[
		'not the row of a code that equals a small subcode',
		{ code: 190, subcode: 33 },
		'Access token expired or invalid',
	],
	[
		'the row of a subcode that is a code',
		{ code: 100, subcode: 2388040 },
		'Template character limit exceeded',
	],
	['the first of a range', { code: 200 }, 'API permission'],
	['the last of a range', { code: 299 }, 'API permission'],
])('finds %s', (_, wanted, title) => {
	expect(findErrorCode(wanted)?.title).toBe(title);
});

test.each([199, 300, 999_999, -1])('knows no code %d', (code) => {
	expect(findErrorCode({ code })).toBeUndefined();
});
