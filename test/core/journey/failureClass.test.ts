import { failureClassOf, isOptOut } from '../../../core/journey/failureClass';

test.each([
	[131026, 'otherChannel'],
	[131047, 'otherChannel'],
	[130472, 'otherChannel'],
	[130497, 'otherChannel'],
	[131049, 'suppress'],
	[131050, 'suppress'],
	[131000, 'retry'],
	[131048, 'retry'],
	[131056, 'retry'],
	[131053, 'fix'],
	[132000, 'fix'],
	[999999, 'fix'],
	[undefined, 'otherChannel'],
])('%p is for %p', (code, expected) => {
	expect(failureClassOf(code)).toBe(expected);
});

test('only 131050 says that the person opted out', () => {
	expect([131050, 131049, undefined].map(isOptOut)).toEqual([true, false, false]);
});
