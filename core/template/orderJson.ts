import type { Problems } from '../errors/invalidInput';
import type { OrderCost } from '../message/order/amounts';
import { checkOrder, type PlainOrder } from '../message/order/parameters';
import { PAYMENT_GATEWAYS } from '../message/order/payment';
import { arrayOf, isJsonObject, objectOf, type JsonObject } from '../shared/json';
import { joinNames } from '../shared/text';

/** What every order of Meta's form has (cloud-api 1.5); the rest differs between Brazil and India. */
const NEEDED = ['reference_id', 'type', 'currency', 'total_amount', 'order'];

const INDIA_METHODS = ['paymentGateway', 'paymentLink', 'upi', 'upiIntentLink'] as const;

/**
 * The `order_details` of a template's button from JSON: a plain order with amounts in currency units (`PlainOrder`;
 * `payment.country` is `BR` or `IN`), which is checked and added up, or Meta's own object, which is passed on.
 *
 * @param input.field label of the field, for what is wrong with the JSON as a whole; an order's parts have their own names
 */
export function readOrderJson(
	problems: Problems,
	input: { field: string; json: JsonObject; now: Date; zone: string },
): JsonObject {
	const { field, json, now, zone } = input;
	if (json.reference_id !== undefined || json.total_amount !== undefined) {
		const missing = NEEDED.filter((key) => json[key] === undefined);
		if (missing.length > 0) problems.add(field, `lacks ${joinNames(missing)}`);
		return json;
	}
	const payment = readPayment(problems, { field, json: objectOf(json.payment) });
	if (payment === undefined) return {};
	const discount = readCost(json.discount);
	const order: PlainOrder = {
		referenceId: json.referenceId,
		goods: json.goods === 'digital-goods' ? 'digital-goods' : 'physical-goods',
		items: arrayOf(json.items).map((item) => {
			const { id, name, amount, saleAmount, quantity = 1 } = objectOf(item);
			return { id, name, amount, saleAmount, quantity };
		}),
		tax: readCost(json.tax),
		shipping: readCost(json.shipping),
		...(discount && { discount: { ...discount, program: objectOf(json.discount).program } }),
		total: json.total,
		payment,
		catalogId: json.catalogId,
		...(isJsonObject(json.expiration) && { expiration: { at: json.expiration.at, text: json.expiration.text } }),
		...(isJsonObject(json.beneficiary) && { beneficiary: json.beneficiary }),
		...(isJsonObject(json.importer) && { importer: json.importer }),
		quickPay: json.quickPay === true,
	};
	return { ...checkOrder(problems, { order, clock: { now, zone } }) };
}

/** `5`, `"5.00"` or `{amount, text}`. */
function readCost(value: unknown): OrderCost | undefined {
	if (value === undefined || value === null) return undefined;
	return isJsonObject(value) ? { amount: value.amount, text: value.text } : { amount: value };
}

function readPayment(
	problems: Problems,
	{ field, json }: { field: string; json: JsonObject },
): PlainOrder['payment'] | undefined {
	if (json.country === 'BR') return brazil(json);
	if (json.country === 'IN') return india(problems, { field, json });
	problems.add(field, 'must have payment.country BR or IN, or be Meta\'s order_details with reference_id and total_amount');
	return undefined;
}

function brazil({ pix, paymentLink, boleto }: JsonObject): PlainOrder['payment'] {
	return {
		country: 'BR',
		...(isJsonObject(pix) && {
			pix: { code: pix.code, merchantName: pix.merchantName, key: pix.key, keyType: pix.keyType ?? 'CNPJ' },
		}),
		...(isJsonObject(paymentLink) && { paymentLink: { url: paymentLink.url } }),
		...(isJsonObject(boleto) && { boleto: { digitableLine: boleto.digitableLine } }),
	};
}

function india(
	problems: Problems,
	{ field, json }: { field: string; json: JsonObject },
): PlainOrder['payment'] | undefined {
	const { configuration, url, link } = json;
	switch (json.method) {
		case 'paymentGateway': {
			const gateway = PAYMENT_GATEWAYS.find((known) => known === json.gateway);
			if (gateway !== undefined) return { country: 'IN', method: json.method, gateway, configuration };
			problems.add(field, `must have payment.gateway ${PAYMENT_GATEWAYS.join(', ')}`);
			return undefined;
		}
		case 'paymentLink':
			return { country: 'IN', method: json.method, url };
		case 'upi':
			return { country: 'IN', method: json.method, configuration };
		case 'upiIntentLink':
			return { country: 'IN', method: json.method, link };
		default:
			problems.add(field, `must have payment.method ${INDIA_METHODS.join(', ')}`);
			return undefined;
	}
}
