import { z } from 'zod';
import { orderDetailsSchema, orderStatusSchema } from '../order';
import { framed } from './parts';

/** An order to review and pay, India and Brazil. */
export const interactiveOrderDetailsSchema = framed({
	type: 'order_details',
	action: z.object({ name: z.literal('review_and_pay'), parameters: orderDetailsSchema }).strict(),
});

/** The new state of an order. */
export const interactiveOrderStatusSchema = framed({
	type: 'order_status',
	action: z.object({ name: z.literal('review_order'), parameters: orderStatusSchema }).strict(),
});
