import { ERROR_CODES } from '../../../core/errors/codes';
import { errorKindOf } from '../../../core/errors/errorKind';

function codesOf(kind: string): number[] {
	return ERROR_CODES.filter((row) => errorKindOf(row) === kind).map(({ code }) => code);
}

test('suppresses what is about the person', () => {
	expect(codesOf('suppress')).toEqual([
		1026, 130472, 130497, 131026, 131049, 131050, 137000, 138001,
	]);
});

test('retries what the reference calls transient', () => {
	expect(codesOf('retry')).toEqual([
		1, 2, 130429, 131000, 131016, 133000, 133004, 138004, 138007, 139102, 139103,
	]);
});

test.each([4, 80007, 131048, 131056, 131057, 132015, 133015, 134101])('waits after %d', (code) => {
	expect(codesOf('wait')).toContain(code);
});

test.each([
	0, 3, 10, 33, 100, 190, 200, 368, 131005, 131008, 131009, 131021, 131030, 131031, 131037, 131042,
	131047, 131051, 131053, 132000, 132001, 132012, 132018,
])('leaves %d to a person', (code) => {
	expect(codesOf('fix')).toContain(code);
});

test.each([
	['yes', 'retry'],
	['later', 'wait'],
	['conditional', 'fix'],
	['no', 'fix'],
] as const)('takes an unknown code that is retryable %s as %s', (retryable, kind) => {
	expect(errorKindOf({ retryable })).toBe(kind);
	expect(errorKindOf({ code: 999_999, retryable })).toBe(kind);
});
