import { Problems } from '../../../../core/errors/invalidInput';
import { checkOrder, type PlainOrder } from '../../../../core/message/order/parameters';

export const clock = { now: new Date('2026-11-22T12:00:00Z'), zone: 'America/Sao_Paulo' };

export const pix = { code: '000201', merchantName: 'Loja', key: '39580525000189', keyType: 'cnpj' };

/** A valid order of one item in Brazil, changed by `changes`. */
export function brazil(changes: Partial<PlainOrder> = {}) {
	return parametersOf({
		referenceId: 'order-1001',
		goods: 'digital-goods',
		items: [{ id: '1', name: 'Cake', amount: 500, quantity: 1 }],
		payment: { country: 'BR', pix },
		...changes,
	});
}

/** The same in India. */
export function india(changes: Partial<PlainOrder> = {}) {
	return brazil({
		payment: { country: 'IN', method: 'paymentGateway', gateway: 'razorpay', configuration: 'main' },
		...changes,
	});
}

/** @throws InvalidInput with the problems of the order */
function parametersOf(order: PlainOrder) {
	const problems = new Problems();
	const parameters = checkOrder(problems, { order, clock });
	problems.throwIfAny();
	return parameters;
}
