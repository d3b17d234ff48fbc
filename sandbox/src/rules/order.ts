import { z } from 'zod';
import { invalidValue } from '../errors';
import { LIMITS } from '../limits';
import { limitedText } from './shape';

/** An amount in the currency's smallest unit: 1234 with offset 100 is 12.34. */
const amount = z.object({
	value: z.number().int().min(0, 'must not be negative'),
	offset: z.literal(LIMITS.order.offset),
});
const exactAmount = amount.strict();
/** What an extra cost is for; the words are not in the reference, so any are taken. */
const describedAmount = amount.extend({ description: z.string().optional() }).strict();
const text = z.string().min(1, 'must not be empty');

/** Where a key is not in the reference (unverified: it prints the least that is needed), more keys are taken. */
const item = z
	.object({
		retailer_id: text,
		name: text,
		amount: exactAmount,
		sale_amount: exactAmount.optional(),
		quantity: z.number().int().min(1, 'must be at least 1'),
	})
	.passthrough();

/** The receiver of goods in India (Meta's page on order details for India; its limits are not in the reference). */
const beneficiary = z
	.object({
		name: text,
		address_line1: text,
		address_line2: text.optional(),
		city: text,
		state: text,
		country: z.literal('India'),
		postal_code: z.string().regex(/^\d{6}$/, 'must have 6 digits'),
	})
	.strict();

/** An order with what it costs, as `order_details` carries it in a message and in a template (cloud-api 1.4, 1.5). */
export const orderDetailsSchema = z
	.object({
		reference_id: text,
		type: z.enum(['digital-goods', 'physical-goods']),
		payment_type: text.optional(),
		payment_settings: z.array(z.object({ type: text }).passthrough()).optional(),
		payment_configuration: text.optional(),
		currency: z.enum(['BRL', 'INR']),
		beneficiaries: z.array(beneficiary).length(1, 'must have one entry').optional(),
		total_amount: exactAmount,
		order: z
			.object({
				status: z.literal('pending'),
				type: z.literal('quick_pay').optional(),
				catalog_id: text.optional(),
				expiration: z.object({ timestamp: text, description: text }).strict().optional(),
				items: z.array(item).min(1, 'must not be empty'),
				subtotal: exactAmount,
				tax: describedAmount,
				shipping: describedAmount.optional(),
				discount: describedAmount.extend({ discount_program_name: z.string().optional() }).strict().optional(),
			})
			.strict(),
	})
	.strict();

/**
 * The sums: the subtotal is that of the items (their sale price where they have one), the total is subtotal + tax +
 * shipping - discount. That Meta checks them is unverified; a wrong one is never right.
 */
export function checkSums(input: { details: z.infer<typeof orderDetailsSchema>; name: string }): void {
	const { details, name } = input;
	const { items, subtotal, tax, shipping, discount } = details.order;
	const sum = items.reduce((total, each) => total + (each.sale_amount ?? each.amount).value * each.quantity, 0);
	if (sum !== subtotal.value)
		throw invalidValue(`Param ${name}['order']['subtotal'] is ${subtotal.value}, the items make ${sum}.`);
	const total = sum + tax.value + (shipping?.value ?? 0) - (discount?.value ?? 0);
	if (total !== details.total_amount.value)
		throw invalidValue(`Param ${name}['total_amount'] is ${details.total_amount.value}, its parts make ${total}.`);
}

/** States of an order in `order_status`; the words are unverified. */
const STATES = ['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled'] as const;

/** A change of an order that was sent before. */
export const orderStatusSchema = z
	.object({
		reference_id: text,
		order: z
			.object({
				status: z
					.string()
					.transform((status) => status.replaceAll('-', '_'))
					.pipe(z.enum(STATES)),
				description: limitedText(LIMITS.order.description).optional(),
			})
			.strict(),
		payment: z
			.object({ status: text, timestamp: z.union([text, z.number()]).optional() })
			.strict()
			.optional(),
	})
	.strict();
