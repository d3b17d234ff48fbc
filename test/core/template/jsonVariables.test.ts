import { parseDefinition } from '../../../core/template/definition';
import { readJsonVariables } from '../../../core/template/jsonVariables';
import { problemsOf } from '../message/problemsOf';
import { invoiceReady, orderShipped } from './definitions';

const shipped = parseDefinition(orderShipped);
const invoice = parseDefinition(invoiceReady);

test.each([
	['field IDs', { body_1: 'Ana', button_0_url: 7 }, { body_1: 'Ana', button_0_url: 7 }],
	['numbers of the body', { 1: 'Ana', 2: 'DHL' }, { body_1: 'Ana', body_2: 'DHL' }],
	['a list', ['Ana', 'DHL', '4 May'], { body_1: 'Ana', body_2: 'DHL', body_3: '4 May' }],
	['text', '{"1": "Ana", "header_1": 7}', { body_1: 'Ana', header_1: 7 }],
	['a list as text', '["Ana", null, 3]', { body_1: 'Ana', body_2: null, body_3: 3 }],
	['what it does not know, to be refused later', { other: 1 }, { other: 1 }],
	['nothing', '', {}],
	['no value', undefined, {}],
])('takes %s', (_, json, values) => {
	expect(readJsonVariables({ definition: shipped, json })).toEqual(values);
});

test('takes the names of named variables', () => {
	expect(readJsonVariables({ definition: invoice, json: { total: '12', header_document: { id: '1' } } })).toEqual({
		body_total: '12',
		header_document: { id: '1' },
	});
});

const wrongType = 'must be a JSON object, such as {"order_number": "#1001"}, or a list, such as ["Ana", "#1001"]';

test.each([
	['broken text', shipped, '{body_1}', wrongType],
	['a number', shipped, 7, wrongType],
	['two of three values', shipped, ['Ana', 'DHL'], 'has 2 values, but the body has 3 variables'],
	['four of three values', shipped, [1, 2, 3, 4], 'has 4 values, but the body has 3 variables'],
	['a list for named ones', invoice, ['1'], 'must be an object, since the variables have names: invoice_number and total'],
	['a variable twice', invoice, { total: 1, body_total: 2 }, 'gives "body_total" twice'],
])('refuses %s', (_, definition, json, message) => {
	expect(problemsOf(() => readJsonVariables({ definition, json }))).toEqual([
		{ field: 'Template Variables (JSON)', message },
	]);
});
