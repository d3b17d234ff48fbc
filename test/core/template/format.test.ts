import { buildTemplate } from '../../../core/template/build';
import { parseDefinition } from '../../../core/template/definition';
import type { FormatRule } from '../../../core/template/format';
import { problemsOf } from '../message/problemsOf';
import { definitionOf, NOW } from './definitions';

const definition = parseDefinition(
	definitionOf(
		{ type: 'HEADER', format: 'TEXT', text: 'Total {{total}}' },
		{ type: 'BODY', text: 'You paid {{total}} for {{count}} pieces; they come on {{day}}.' },
	),
);
const values = { header_total: 12.5, body_total: '1234.50', body_count: 3, body_day: '2026-05-04T22:30:00Z' };

function texts(rules: FormatRule[], { locale = 'de', given = values as Record<string, unknown> } = {}) {
	const formats = { rules, locale };
	const { components = [] } = buildTemplate({ now: NOW, zone: 'Europe/Berlin', definition, values: given, formats }).template;
	return components
		.flatMap((component) => ('parameters' in component ? component.parameters : []))
		.map((parameter) => (parameter.type === 'text' ? parameter.text.replace(/[\u00a0\u202f]/g, ' ') : ''));
}

const money: FormatRule = { variable: 'total', format: 'money', currency: 'EUR' };

test('writes money as the language does, wherever the variable stands', () => {
	expect(texts([money])).toEqual(['12,50 €', '1.234,50 €', '3', '2026-05-04T22:30:00Z']);
	expect(texts([money], { locale: 'en_US' })).toEqual(['€12.50', '€1,234.50', '3', '2026-05-04T22:30:00Z']);
});

test.each([
	['body_total', '12.5', '1.234,50 €'],
	['header_total', '12,50 €', '1234.50'],
	['{{total}}', '12,50 €', '1.234,50 €'],
])('finds %s', (variable, header, body) => {
	expect(texts([{ ...money, variable }]).slice(0, 2)).toEqual([header, body]);
});

test.each([
	['date', '5. Mai 2026'],
	['dateTime', '5. Mai 2026 um 00:30'],
	['time', '00:30'],
] as const)('writes a %s in the zone of the workflow', (format, text) => {
	expect(texts([{ variable: 'day', format }])[3]).toBe(text);
});

test('keeps the day of a date without a time', () => {
	expect(texts([{ variable: 'day', format: 'date' }], { given: { ...values, body_day: '2026-05-04' } })[3]).toBe('4. Mai 2026');
});

test('formats nothing that nobody asked for', () => {
	expect(texts([])).toEqual(['12.5', '1234.50', '3', '2026-05-04T22:30:00Z']);
});

test('a number means the variable of the body', () => {
	const positional = parseDefinition(
		definitionOf({ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' }, { type: 'BODY', text: 'Paid {{1}} today' }),
	);
	const formats = { rules: [{ ...money, variable: '1' }], locale: 'en' };
	const message = buildTemplate({ now: NOW, definition: positional, values: { header_1: 7, body_1: 7 }, formats });
	expect(message.template.components).toMatchObject([
		{ parameters: [{ text: '7' }] },
		{ parameters: [{ text: '€7.00' }] },
	]);
});

test.each([
	['an unknown variable', [{ ...money, variable: 'sum' }], values, 'Format Variables', '"sum" is no variable of this template, which has header_total, body_total, body_count and body_day'],
	['no amount', [money], { ...values, body_total: 'free' }, expect.stringMatching(/^Body {{total}}/), '"free" is not an amount; write it like 12.34'],
	['no currency', [{ ...money, variable: 'body_total', currency: undefined }], values, expect.stringMatching(/^Body {{total}}/), '"" is not a currency code; write it like EUR'],
	['no date', [{ variable: 'day', format: 'date' as const }], { ...values, body_day: 'soon' }, expect.stringMatching(/^Body {{day}}/), expect.stringContaining('"soon" is not a date')],
])('refuses %s', (_, rules, given, field, message) => {
	expect(problemsOf(() => texts(rules, { given }))).toEqual([{ field, message }]);
});

test('a missing value is missing, not badly formatted, and reported with the others', () => {
	const { body_total: _, ...rest } = values;
	const problems = problemsOf(() => texts([money, { ...money, variable: 'nothing' }], { given: rest }));
	expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('"nothing" is no variable'), 'must not be empty']);
});

test('says so when there is nothing to format', () => {
	const plain = parseDefinition(definitionOf({ type: 'BODY', text: 'Hello' }));
	const formats = { rules: [money], locale: 'en' };
	expect(problemsOf(() => buildTemplate({ now: NOW, definition: plain, values: {}, formats }))).toEqual([
		{ field: 'Format Variables', message: '"total" is no variable: this template has none that could be formatted' },
	]);
});
