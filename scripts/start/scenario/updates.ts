import assert from 'node:assert/strict';
import axios from 'axios';
import { type OutputItem, getExecution, isFinished, itemsOf, listExecutions } from '../../../test/harness/n8n/executions';
import { until } from '../../../test/harness/n8n/poll';
import type { PhoneMessage } from '../sandboxClient';
import { ANA, BEN, STOP_BUTTON, type ScenarioContext, type ScenarioStep, findNodes } from './context';
import { nextMessage, shownMessages } from './phone';
import { order, ship } from './shop';

const STATUSES = ['sent', 'delivered', 'read'];

function assertShows(message: PhoneMessage, { what, value }: { what: string; value: unknown }): void {
	assert.ok(value !== undefined && value !== '', `The shop's event has no ${what}`);
	assert.ok(message.body?.includes(String(value)), `No ${what} "${String(value)}" in "${message.body}"`);
}

function member(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

export const orderConfirmed: ScenarioStep = {
	name: 'a. an order is confirmed with name, number and total',
	async run(context) {
		const { event, message } = await order(context, ANA);
		assertShows(message, { what: 'first name', value: member(event.customer, 'first_name') });
		assertShows(message, { what: 'order number', value: event.order_number });
		assertShows(message, { what: 'total', value: event.total_price });
	},
};

export const orderShipped: ScenarioStep = {
	name: 'b. a fulfilment is announced with carrier, tracking link and "Stop updates"',
	async run(context) {
		const { event, message } = await ship(context, ANA);
		assertShows(message, { what: 'carrier', value: event.tracking_company });
		const link = message.buttons?.find(({ type }) => type === 'url');
		assert.ok(link?.url?.includes(String(event.tracking_number)), `No tracking link: ${JSON.stringify(message.buttons)}`);
		const stop = message.buttons?.find(({ type }) => type === 'quick_reply');
		assert.equal(stop?.title, STOP_BUTTON);
	},
};

/** The status items about a message that the trigger put out, over all runs. */
async function statusItems(context: ScenarioContext, messageId: string): Promise<OutputItem[]> {
	const triggers = findNodes(context, { type: 'whatsAppBusinessTrigger' });
	const found: OutputItem[] = [];
	for (const { workflowId } of triggers) {
		for (const { id } of (await listExecutions(context.client, { workflowId })).filter(isFinished)) {
			const execution = await getExecution(context.client, id);
			found.push(...triggers.flatMap(({ name }) => itemsOf(execution, { node: name })));
		}
	}
	return found.filter(({ json }) => json.kind === 'status' && json.messageId === messageId);
}

export const statuses: ScenarioStep = {
	name: 'c. sent, delivered and read arrive as separate items',
	async run(context) {
		const messages = await context.sandbox.messages(ANA);
		const message = messages.findLast(({ template }) => template?.name === 'order_shipped');
		assert.ok(message, 'No order_shipped on the phone');
		await context.sandbox.read(ANA);
		let items: OutputItem[] = [];
		const describe = () => `there were ${JSON.stringify(items.map(({ json }) => json.status))}`;
		await until({ what: 'a status item each for sent, delivered and read', describe }, async () => {
			items = await statusItems(context, message.id);
			return STATUSES.every((status) => items.some(({ json }) => json.status === status)) || undefined;
		});
		assert.equal(items.length, STATUSES.length, 'A status came twice');
	},
};

export const invoice: ScenarioStep = {
	name: 'g. the invoice made in the workflow arrives as a PDF document',
	async run(context) {
		const phoneKey = BEN;
		const shown = await shownMessages(context, phoneKey);
		const calls = (await context.sandbox.requests()).length;
		await order(context, phoneKey);
		const message = await nextMessage(context, {
			phoneKey,
			shown,
			what: 'the invoice on the phone',
			fits: ({ media, header }) => media?.kind === 'document' || header?.type === 'document',
		});
		const url = message.media?.url ?? message.header?.mediaUrl;
		assert.ok(url, `The document has no file: ${JSON.stringify(message)}`);
		const file = await axios.get<ArrayBuffer>(new URL(url, context.sandbox.baseUrl).href, { responseType: 'arraybuffer' });
		assert.equal(Buffer.from(file.data).subarray(0, 5).toString(), '%PDF-');
		const uploads = (await context.sandbox.requests())
			.slice(calls)
			.filter(({ method, path }) => method === 'POST' && path.endsWith('/media'));
		assert.equal(uploads.length, 1, 'The invoice was not uploaded exactly once');
	},
};
