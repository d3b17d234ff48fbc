import type { Problems } from '../../errors/invalidInput';
import type { Amount } from '../../shared/money';
import { readMoment } from '../../shared/moment';
import { checkText } from '../check';
import { LIMITS } from '../limits';
import { checkAmounts, type CostObject, type ItemObject, type OrderCost, type OrderItem } from './amounts';
import {
	checkBeneficiary,
	checkImporter,
	type Beneficiary,
	type BeneficiaryObject,
	type Importer,
	type ImporterObject,
} from './india';
import { checkPayment, type BrazilPayment, type IndiaPayment, type PaymentParameters } from './payment';
import { checkReferenceId } from './referenceId';

/** An order as a shop knows it, amounts in currency units: BRL in Brazil, INR in India. */
export interface PlainOrder {
	/** At most 60 characters in Brazil, 35 in India; another one for every message, even about the same order. */
	referenceId: unknown;
	goods: 'digital-goods' | 'physical-goods';
	items: readonly OrderItem[];
	tax?: OrderCost;
	shipping?: OrderCost;
	discount?: OrderCost & { program?: unknown };
	/** What the total should be: a difference is refused. */
	total?: unknown;
	/** How it is paid, and so the country. */
	payment: BrazilPayment | IndiaPayment;
	catalogId?: unknown;
	/** When the order can no longer be paid, at least 300 seconds from now, and what is then shown. */
	expiration?: { at: unknown; text: unknown };
	/** India only. */
	beneficiary?: Beneficiary;
	/** India only; the same for all items. */
	importer?: Importer;
	/** India only: one button that pays, without the review before. */
	quickPay?: boolean;
}

/** An order as Meta takes it, in an interactive message and in a template's button (cloud-api 1.5). */
export interface OrderParameters extends PaymentParameters {
	reference_id: string;
	type: PlainOrder['goods'];
	beneficiaries?: BeneficiaryObject[];
	currency: 'BRL' | 'INR';
	total_amount: Amount;
	order: {
		status: 'pending';
		type?: 'quick_pay';
		catalog_id?: string;
		expiration?: { timestamp: string; description: string };
		items: Array<ItemObject & Partial<ImporterObject>>;
		subtotal: Amount;
		tax: CostObject;
		shipping?: CostObject;
		discount?: CostObject & { discount_program_name?: string };
	};
}

/** When an order is built. */
export interface OrderClock {
	now: Date;
	/** IANA name of the zone in which a date without offset is meant. */
	zone: string;
}

/**
 * Checks an order and adds it up (payments-br/orders, payments-in/pg, upi-intent, payment-links: Meta's pages of Nov 2025;
 * what they do not say is marked unverified where it matters). Notes problems under `Reference ID`, `Items`,
 * `Item 1 Name`, `… ID`, `… Amount`, `… Sale Amount`, `… Quantity`, `Tax`, `Shipping`, `Discount` (and their
 * `… Description`), `Discount Program`, `Total`, `Expires At`, `Expiration Text`, and those of the way to pay, of `Ship To`
 * and of `Importer`.
 */
export function checkOrder(problems: Problems, { order, clock }: { order: PlainOrder; clock: OrderClock }): OrderParameters {
	const { payment } = order;
	const brazil = payment.country === 'BR';
	const max = brazil ? LIMITS.orderReferenceBrazil : LIMITS.orderReferenceIndia;
	const referenceId = checkReferenceId(problems, { value: order.referenceId, max });
	const { total, items, discount, ...amounts } = checkAmounts(problems, order);
	const program = checkText(problems, {
		field: 'Discount Program',
		value: order.discount?.program,
		max: LIMITS.orderCostText,
		optional: true,
	});
	if (program !== '' && discount === undefined) problems.add('Discount', 'must not be empty when it has a program');
	const paid = checkPayment(problems, payment);
	const catalogId = checkText(problems, { field: 'Catalog ID', value: order.catalogId, optional: true }).trim();
	const expiration = order.expiration && checkExpiration(problems, { ...order.expiration, clock });
	const india = brazil ? {} : checkIndia(problems, order);
	return {
		reference_id: referenceId,
		type: order.goods,
		...(india.beneficiaries && { beneficiaries: india.beneficiaries }),
		...paid,
		currency: brazil ? 'BRL' : 'INR',
		total_amount: total,
		order: {
			status: 'pending',
			...(!brazil && order.quickPay === true && { type: 'quick_pay' }),
			...(catalogId !== '' && { catalog_id: catalogId }),
			...(expiration && { expiration }),
			items: items.map((item) => ({ ...item, ...india.importer })),
			...amounts,
			...(discount && { discount: { ...discount, ...(program !== '' && { discount_program_name: program }) } }),
		},
	};
}

function checkIndia(
	problems: Problems,
	{ beneficiary, importer }: PlainOrder,
): { beneficiaries?: BeneficiaryObject[]; importer?: ImporterObject } {
	return {
		...(beneficiary && { beneficiaries: [checkBeneficiary(problems, beneficiary)] }),
		...(importer && { importer: checkImporter(problems, importer) }),
	};
}

function checkExpiration(
	problems: Problems,
	{ at, text, clock }: { at: unknown; text: unknown; clock: OrderClock },
): { timestamp: string; description: string } {
	const field = 'Expires At';
	const time = readMoment({ value: at, zone: clock.zone });
	if (time === undefined) {
		problems.add(field, `"${String(at ?? '')}" is not a date; write it as 2026-12-31T18:00:00`);
	} else if (time.toMillis() < clock.now.getTime() + LIMITS.orderExpirationSeconds * 1000) {
		problems.add(field, `${time.toISO()} is not ${LIMITS.orderExpirationSeconds / 60} minutes from now or later`);
	}
	const description = checkText(problems, {
		field: 'Expiration Text',
		value: text,
		max: LIMITS.orderExpirationText,
	});
	return { timestamp: String(time === undefined ? 0 : Math.floor(time.toSeconds())), description };
}
