import { Problems } from '../../errors/invalidInput';
import { checkParts, type InteractiveParts } from '../interactive';
import { LIMITS } from '../limits';
import type { MediaSource } from '../mediaSource';
import { checkOrder, type OrderClock, type OrderParameters, type PlainOrder } from './parameters';

export interface OrderDetailsMessage {
	type: 'interactive';
	interactive: InteractiveParts & {
		type: 'order_details';
		action: { name: 'review_and_pay'; parameters: OrderParameters };
	};
}

/**
 * A bill that the recipient reviews and pays inside WhatsApp, in Brazil and India (cloud-api 1.4; payments-br/orders,
 * payments-in/pg).
 *
 * @param input.headerImage picture above the bill; Meta takes that of the first catalog product when left out. Its pages
 * name a link only, the general header of interactive messages takes a media ID as well (unverified here)
 * @throws {InvalidInput} naming `Header Image`, `Body`, `Footer`, or what `checkOrder` names
 */
export function buildOrderDetails(input: {
	headerImage?: MediaSource;
	body: string;
	footer?: string;
	order: PlainOrder;
	clock: OrderClock;
}): OrderDetailsMessage {
	const problems = new Problems();
	const { headerImage, body, footer, order, clock } = input;
	const parts = checkParts(problems, {
		...(headerImage && { header: { type: 'image', source: headerImage } }),
		body,
		footer,
		maxBody: LIMITS.interactiveBody,
	});
	const parameters = checkOrder(problems, { order, clock });
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: { type: 'order_details', ...parts, action: { name: 'review_and_pay', parameters } },
	};
}
