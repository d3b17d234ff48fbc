import type { IDataObject } from 'n8n-workflow';
import type { OrderItem } from '../../../../core/message/order/amounts';
import type { PlainOrder } from '../../../../core/message/order/parameters';
import { PAYMENT_GATEWAYS, type BrazilPayment, type IndiaPayment } from '../../../../core/message/order/payment';
import { isJsonObject } from '../../../../core/shared/json';
import type { OperationContext } from '../../shared/operation';
import { readChoice, readObject, readRows, readString, textOf } from '../../shared/parameters';
import { readJsonRows } from './readList';

const COUNTRIES = ['BR', 'IN'] as const;
const GOODS = ['physical-goods', 'digital-goods'] as const;
const INPUTS = ['fields', 'json'] as const;
const INDIA_METHODS = ['paymentGateway', 'paymentLink', 'upi', 'upiIntentLink'] as const;

/** The order that the form describes, not yet checked. */
export function readOrder(context: OperationContext): PlainOrder {
	const { n8n, itemIndex } = context;
	const options = readObject(n8n, { name: 'orderOptions', itemIndex });
	const amount = (name: string) => n8n.getNodeParameter(name, itemIndex, '');
	const country = readChoice(n8n, { name: 'country', itemIndex, field: 'Country', choices: COUNTRIES });
	const expires = textOf(options.expirationText) !== undefined || !isEmpty(options.expiresAt);
	return {
		referenceId: readString(n8n, { name: 'referenceId', itemIndex }),
		goods: readChoice(n8n, { name: 'goods', itemIndex, field: 'Goods', choices: GOODS }),
		items: readItems(context),
		tax: { amount: amount('tax'), text: options.taxText },
		shipping: { amount: amount('shipping'), text: options.shippingText },
		discount: { amount: amount('discount'), text: options.discountText, program: options.discountProgram },
		total: amount('total'),
		payment: country === 'BR' ? readBrazilPayment(context) : readIndiaPayment(context),
		catalogId: options.catalogId,
		...(expires && { expiration: { at: options.expiresAt, text: options.expirationText } }),
		beneficiary: filled(readObject(n8n, { name: 'shipTo', itemIndex })),
		importer: filled(readObject(n8n, { name: 'importer', itemIndex })),
		quickPay: options.quickPay === true,
	};
}

function readItems(context: OperationContext): OrderItem[] {
	const { n8n, itemIndex } = context;
	const input = readChoice(n8n, { name: 'specifyItems', itemIndex, field: 'Specify Items', choices: INPUTS });
	const rows =
		input === 'json'
			? readJsonRows(context, { name: 'itemsJson', field: 'Items (JSON)' })
			: readRows(n8n, { name: 'items.item', itemIndex });
	return rows.map(({ id, name, amount, saleAmount, quantity = 1 }) => ({ id, name, amount, saleAmount, quantity }));
}

function readBrazilPayment({ n8n, itemIndex }: OperationContext): BrazilPayment {
	const { pix, paymentLink, boleto } = readObject(n8n, { name: 'brazilPayments', itemIndex });
	return {
		country: 'BR',
		...(isJsonObject(pix) && {
			pix: { code: pix.code, merchantName: pix.merchantName, key: pix.key, keyType: pix.keyType ?? 'CNPJ' },
		}),
		...(isJsonObject(paymentLink) && { paymentLink: { url: paymentLink.url } }),
		...(isJsonObject(boleto) && { boleto: { digitableLine: boleto.digitableLine } }),
	};
}

function readIndiaPayment({ n8n, itemIndex }: OperationContext): IndiaPayment {
	const text = (name: string) => readString(n8n, { name, itemIndex });
	const method = readChoice(n8n, {
		name: 'indiaPaymentMethod',
		itemIndex,
		field: 'Payment Method',
		choices: INDIA_METHODS,
	});
	switch (method) {
		case 'paymentGateway': {
			const field = 'Payment Gateway';
			const gateway = readChoice(n8n, { name: 'paymentGateway', itemIndex, field, choices: PAYMENT_GATEWAYS });
			return { country: 'IN', method, gateway, configuration: text('paymentConfiguration') };
		}
		case 'upi':
			return { country: 'IN', method, configuration: text('paymentConfiguration') };
		case 'paymentLink':
			return { country: 'IN', method, url: text('paymentLink') };
		case 'upiIntentLink':
			return { country: 'IN', method, link: text('upiIntentLink') };
	}
}

/** Undefined for a group of fields in which nothing is filled in. */
function filled(group: IDataObject): IDataObject | undefined {
	return Object.values(group).every(isEmpty) ? undefined : group;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
