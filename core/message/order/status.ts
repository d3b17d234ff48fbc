import { Problems } from '../../errors/invalidInput';
import { readMoment } from '../../shared/moment';
import { checkText } from '../check';
import { checkParts, type InteractiveParts } from '../interactive';
import { LIMITS } from '../limits';
import { checkReferenceId } from './referenceId';

/**
 * States of an order. Meta's pages write `partially_shipped` in their requests and `partially-shipped` in their table of
 * states (unverified which is needed; the requests are followed here). From `canceled` and `completed` no other follows.
 */
export const ORDER_STATUSES = ['canceled', 'completed', 'partially_shipped', 'pending', 'processing', 'shipped'] as const;

/** States of a payment (payments-br/orders); `captured` marks the order as paid. */
export const PAYMENT_STATUSES = ['captured', 'failed', 'pending'] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export interface OrderStatusMessage {
	type: 'interactive';
	interactive: InteractiveParts & {
		type: 'order_status';
		action: {
			name: 'review_order';
			parameters: {
				reference_id: string;
				order: { status: OrderStatus; description?: string };
				payment?: { status: PaymentStatus; timestamp?: number };
			};
		};
	};
}

/**
 * The new state of an order that was sent with order details; the bill shows it, too (cloud-api 1.4; payments-br/orders,
 * payments-in/pg). Meta refuses steps back (webhook code 2046) and the cancelling of what was paid (2047).
 *
 * @param input.description shown beside the state, at most 120 characters
 * @param input.payment Brazil only: state of the payment, and its time: ISO text, a Date or a DateTime
 * @param input.zone IANA name of the zone in which a time without offset is meant
 * @throws {InvalidInput} naming `Reference ID`, `Body`, `Footer`, `Status Description` or `Paid At`
 */
export function buildOrderStatus(input: {
	body: string;
	footer?: string;
	referenceId: unknown;
	status: OrderStatus;
	description?: string;
	payment?: { status: PaymentStatus; at?: unknown };
	zone: string;
}): OrderStatusMessage {
	const problems = new Problems();
	const { body, footer, status, payment, zone } = input;
	// The country is not known here, so the larger limit counts.
	const referenceId = checkReferenceId(problems, { value: input.referenceId, max: LIMITS.orderReferenceBrazil });
	const parts = checkParts(problems, { body, footer, maxBody: LIMITS.interactiveBody });
	const description = checkText(problems, {
		field: 'Status Description',
		value: input.description,
		max: LIMITS.orderStatusText,
		optional: true,
	});
	const timestamp = payment && checkPaidAt(problems, { at: payment.at, zone });
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: {
			type: 'order_status',
			...parts,
			action: {
				name: 'review_order',
				parameters: {
					reference_id: referenceId,
					order: { status, ...(description !== '' && { description }) },
					...(payment && {
						payment: { status: payment.status, ...(timestamp !== undefined && { timestamp }) },
					}),
				},
			},
		},
	};
}

/** Seconds since 1970; undefined when no time is given. */
function checkPaidAt(problems: Problems, { at, zone }: { at: unknown; zone: string }): number | undefined {
	if (at === undefined || at === null || at === '') return undefined;
	const time = readMoment({ value: at, zone });
	if (time === undefined) {
		problems.add('Paid At', `"${String(at)}" is not a date; write it as 2026-12-31T18:00:00`);
		return undefined;
	}
	return Math.floor(time.toSeconds());
}
