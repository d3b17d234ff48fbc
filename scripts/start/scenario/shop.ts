import assert from 'node:assert/strict';
import type { PhoneMessage } from '../sandboxClient';
import type { ScenarioContext } from './context';
import { isTemplate, nextMessage, shownMessages } from './phone';

/** What the shop posted, and the template message that the customer got for it. */
export interface Update {
	event: Record<string, unknown>;
	message: PhoneMessage;
}

function assertTaken(status: number): void {
	assert.equal(status, 200, `The journey's webhook answered the shop with ${status}`);
}

/** Places an order and waits for its confirmation on the phone. */
export async function order(context: ScenarioContext, phoneKey: string): Promise<Update> {
	const shown = await shownMessages(context, phoneKey);
	const { event, status } = await context.sandbox.placeOrder(phoneKey);
	assertTaken(status);
	const fits = isTemplate('order_confirmed');
	const message = await nextMessage(context, { phoneKey, shown, what: 'order_confirmed on the phone', fits });
	return { event, message };
}

/** Ships the customer's order and waits for the news on the phone. */
export async function ship(context: ScenarioContext, phoneKey: string): Promise<Update> {
	const shown = await shownMessages(context, phoneKey);
	const { event, status } = await context.sandbox.shipOrder(phoneKey);
	assertTaken(status);
	const fits = isTemplate('order_shipped');
	const message = await nextMessage(context, { phoneKey, shown, what: 'order_shipped on the phone', fits });
	return { event, message };
}
