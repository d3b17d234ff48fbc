import { exampleLabel, variableLabel } from '../../../core/template/label';
import { characterCount } from '../../../core/shared/text';

const text = 'Good morning, your parcel with order {{1}} was handed to the carrier today.';

test.each([
	['a short example stands beside the context', '#1001', 'Body {{1}}: "…with order ▢ was handed…" (e.g. #1001)'],
	['a long one makes room', 'x'.repeat(19), 'Body {{1}}: "…parcel with order ▢ was handed to the…"'],
	['none does too', undefined, 'Body {{1}}: "…parcel with order ▢ was handed to the…"'],
])('%s', (_, example, label) => {
	expect(variableLabel({ name: 'Body {{1}}', text, variable: '1', example })).toBe(label);
	expect(characterCount(label)).toBeLessThanOrEqual(58);
});

test('a long name leaves no room for the context', () => {
	const name = `Card 10 Body {{${'x'.repeat(25)}}}`;
	expect(variableLabel({ name, text, variable: '1', example: '#1001' })).toBe(`${name} (e.g. #1001)`);
});

test.each([
	['x'.repeat(15), `Button 1 "Copy" Coupon Code (e.g. ${'x'.repeat(15)})`],
	['x'.repeat(24), 'Button 1 "Copy" Coupon Code'],
	[undefined, 'Button 1 "Copy" Coupon Code'],
])('exampleLabel with %j', (example, label) => {
	expect(exampleLabel('Button 1 "Copy" Coupon Code', example)).toBe(label);
});
