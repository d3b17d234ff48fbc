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
	['a short text is whole', 'Order {{1}} is here', '1', 20, 'Order ▢ is here'],
	[
		'a long one is cut between words',
		'Good morning Ana, your parcel with order {{2}} was handed to the carrier today.',
		'2',
		50,
		'…parcel with order ▢ was handed to the…',
	],
	['one side gets what the other leaves', 'Hi {{1}}, your parcel with order 7 is here.', '1', 30, 'Hi ▢, your parcel with order…'],
	['so does the other', 'The number of your parcel is {{1}}.', '1', 30, '…number of your parcel is ▢.'],
	['the variable is a blank wherever it stands', '{{1}} and {{1}}', '1', 20, '▢ and ▢'],
	['line breaks become blanks', 'Order:\n\n{{1}}\n', '1', 20, 'Order: ▢'],
	['blanks in the variable go', '{{ 1 }} here', '1', 20, '▢ here'],
	['a text without blanks is cut anywhere', `${'あ'.repeat(40)}{{1}}${'い'.repeat(40)}`, '1', 21, `…${'あ'.repeat(9)}▢${'い'.repeat(9)}…`],
	[
		'no other variable is cut in two',
		'xxxxxxx {{customer_name}} yyyyy {{2}} zzzzz {{customer_name}} xxxxxxx',
		'2',
		35,
		'…yyyyy ▢ zzzzz…',
	],
	['an absent variable is shown alone', 'Hello', '1', 20, '▢'],
	['without room the blank is left', 'Hello {{1}} there', '1', 3, '…▢…'],
])('contextOf: %s', (_, text, variable, room, context) => {
	expect(contextOf(text, { variable, room })).toBe(context);
	expect([...context].length).toBeLessThanOrEqual(room);
});
