import { buildOrderStatus, ORDER_STATUSES } from '../../../../core/message/order/status';
import { problemsOf } from '../problemsOf';

const text = (length: number) => 'x'.repeat(length);

function status(changes: Partial<Parameters<typeof buildOrderStatus>[0]> = {}) {
	return buildOrderStatus({ body: 'Body', referenceId: 'order-1001', status: 'shipped', zone: 'America/Sao_Paulo', ...changes });
}

test('builds a status', () => {
	expect(status({ status: 'canceled', description: 'Sold out', footer: 'Shop' })).toEqual({
		type: 'interactive',
		interactive: {
			type: 'order_status',
			body: { text: 'Body' },
			footer: { text: 'Shop' },
			action: {
				name: 'review_order',
				parameters: { reference_id: 'order-1001', order: { status: 'canceled', description: 'Sold out' } },
			},
		},
	});
});

test.each(ORDER_STATUSES)('takes %s', (value) => {
	expect(status({ status: value }).interactive.action.parameters.order).toEqual({ status: value });
});

test.each<[unknown, number | undefined]>([
	['2024-07-31T17:00:31Z', 1722445231],
	['2024-07-31T14:00:31', 1722445231],
	[new Date(1722445231999), 1722445231],
	['', undefined],
	[undefined, undefined],
])('builds a payment at %j', (at, timestamp) => {
	expect(status({ payment: { status: 'captured', at } }).interactive.action.parameters.payment).toEqual({
		status: 'captured',
		...(timestamp !== undefined && { timestamp }),
	});
});

test('reports every problem at once', () => {
	expect(problemsOf(() => status({ body: '', referenceId: '', payment: { status: 'failed', at: 'noon' } }))).toEqual([
		{ field: 'Reference ID', message: 'must not be empty' },
		{ field: 'Body', message: 'must not be empty' },
		{ field: 'Paid At', message: '"noon" is not a date; write it as 2026-12-31T18:00:00' },
	]);
});

test.each<[string, number, (length: number) => unknown]>([
	['Body', 1024, (n) => status({ body: text(n) })],
	['Footer', 60, (n) => status({ footer: text(n) })],
	['Reference ID', 60, (n) => status({ referenceId: text(n) })],
	['Status Description', 120, (n) => status({ description: text(n) })],
])('%s may have %d characters', (field, max, build) => {
	expect(problemsOf(() => build(max))).toEqual([]);
	expect(problemsOf(() => build(max + 1)).map((problem) => problem.field)).toEqual([field]);
});
