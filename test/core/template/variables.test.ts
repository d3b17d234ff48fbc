import { contextOf, fillIn, textBefore, variablesOf } from '../../../core/template/variables';

test.each([
	['none', []],
	['{{1}} and {{2}}', ['1', '2']],
	['{{10}} before {{2}} and {{2}}', ['2', '10']],
	['{{ order_number }} {{name}} {{order_number}}', ['order_number', 'name']],
	['{{}} {{ }} {1} {{{2}}}', ['2']],
])('variablesOf(%j) is %j', (text, names) => {
	expect(variablesOf(text)).toEqual(names);
});

test('fillIn leaves variables without a value and inserts values literally', () => {
	const values = new Map([['1', '$& {{2}}']]);
	expect(fillIn('{{1}} {{ 1 }} {{2}}', values)).toBe('$& {{2}} $& {{2}} {{2}}');
});

test.each([
	['https://shop.example/t/{{1}}', 'https://shop.example/t/'],
	['{{1}}', ''],
	['no variable', 'no variable'],
])('textBefore(%j) is %j', (text, before) => {
	expect(textBefore(text)).toBe(before);
});

test.each([
	['a short text is whole', 'Order {{1}} is here', '1', 'Order {{1}} is here'],
	[
		'a long one is cut between words',
		'Good morning Ana, your parcel with order {{2}} was handed to the carrier today.',
		'2',
		'…your parcel with order {{2}} was handed to the carrier…',
	],
	['line breaks become blanks', 'Order:\n\n{{1}}\n', '1', 'Order: {{1}}'],
	['blanks in the variable go', '{{ 1 }} here', '1', '{{1}} here'],
	[
		'a text without blanks is cut anywhere',
		`${'あ'.repeat(40)}{{1}}${'い'.repeat(40)}`,
		'1',
		`…${'あ'.repeat(28)}{{1}}${'い'.repeat(28)}…`,
	],
	[
		'no other variable is cut in two',
		`${'x'.repeat(30)}{{customer_name}}yyyyyyyyyyyyyy{{2}}yyyyyyyyyyyyyyyy{{customer_name}}${'x'.repeat(30)}`,
		'2',
		'…yyyyyyyyyyyyyy{{2}}yyyyyyyyyyyyyyyy…',
	],
	['an absent variable is shown alone', 'Hello', '1', '{{1}}'],
])('contextOf: %s', (_, text, variable, context) => {
	expect(contextOf(text, variable)).toBe(context);
});
