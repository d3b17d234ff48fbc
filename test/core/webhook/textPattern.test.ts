import { textPattern } from '../../../core/webhook/textPattern';

function matches(source: string, text: string): boolean {
	const pattern = textPattern(source);
	if ('problem' in pattern) throw new Error(pattern.problem);
	return pattern.matches(text);
}

describe('textPattern', () => {
	test.each([
		['^(hi|hello)\\b', 'Hello there', true],
		['^(hi|hello)\\b', 'oh hello', false],
		['order\\s*#?(\\d+)', 'My ORDER #123', true],
		['^[A-Z]{2}\\d{4,6}$', 'ab12345', true],
		['^[A-Z]{2}\\d{4,6}$', 'ab123', false],
		['grün|größe', 'GRÜN', true],
		['[(+]+', 'a(', true],
		['a.*b', 'x a 1 b', true],
	])('%s at "%s": %s', (source, text, expected) => {
		expect(matches(source, text)).toBe(expected);
	});

	test('looks at the first 500 characters', () => {
		expect(matches('b', `${'a'.repeat(499)}b`)).toBe(true);
		expect(matches('b', `${'a'.repeat(500)}b`)).toBe(false);
	});

	test.each([
		['(a+)+$', 'a group that repeats'],
		['(a|aa)+$', 'a group that repeats'],
		['(?:a?){30}b?(x*)*', 'a group that repeats'],
		['((a*)b)*', 'a group that repeats'],
		['(?<name>\\w+\\s?)*$', 'a group that repeats'],
		['a*a*a*b', 'too many repetitions'],
		['a{1,400}a{1,400}a{1,400}b', 'too many repetitions'],
		['a?'.repeat(30), 'too many repetitions'],
		['(a)\\1', 'back-references'],
		['(?=a)', 'look-ahead'],
		['(?<!a)b', 'look-ahead'],
		['(', 'cannot be read'],
		['a'.repeat(201), 'more than 200'],
	])('refuses %s', (source, problem) => {
		expect(textPattern(source)).toEqual({ problem: expect.stringContaining(problem) });
	});

	test('takes 200 characters and two repetitions', () => {
		expect(matches('a'.repeat(200), 'a'.repeat(200))).toBe(true);
		expect(matches('a*a*b', 'a'.repeat(500))).toBe(false);
	});
});
