import { createHmac } from 'node:crypto';

/** A webhook request as Meta would send it. */
export interface Delivery {
	body: Buffer;
	signature: string;
}

const WABA_ID = '102290129340398';
const METADATA = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };
const FIRST_SECOND = 1_794_000_000;

/** The ID of the message of this name, in the form of Meta's: a fixed beginning, then Base64. */
export function messageId(name: string): string {
	return `wamid.HBgL${Buffer.from(name.padStart(24, '0')).toString('base64')}`;
}

function phoneOf(index: number): string {
	return `1${201 + (Math.floor(index / 100) % 700)}55501${String(index % 100).padStart(2, '0')}`;
}

/** A status as Meta writes it (cloud-api 4.7). */
function status(name: string, { index, state }: { index: number; state: string }): object {
	return {
		id: messageId(name),
		status: state,
		timestamp: String(FIRST_SECOND + index),
		recipient_id: phoneOf(index),
		recipient_user_id: `US.${1_349_174_281_293 + index}`,
		biz_opaque_callback_data: `order-${index}`,
		pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
	};
}

function message(name: string, index: number): object {
	return {
		from: phoneOf(index),
		from_user_id: `US.${1_349_174_281_293 + index}`,
		id: messageId(name),
		timestamp: String(FIRST_SECOND + index),
		type: 'text',
		text: { body: `Where is my order ${index}? \u00a1Gracias!` },
	};
}

function contact(index: number): object {
	return { profile: { name: `Ana ${index}` }, wa_id: phoneOf(index), user_id: `US.${1_349_174_281_293 + index}` };
}

/** Meta escapes what is not ASCII before it signs (cloud-api 4.2). */
function escaped(json: string): string {
	return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Signs a body of one change with the app secret. */
function delivery(appSecret: string, value: object): Delivery {
	const changes = [{ value: { messaging_product: 'whatsapp', metadata: METADATA, ...value }, field: 'messages' }];
	const json = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: WABA_ID, changes }] });
	const body = Buffer.from(escaped(json));
	return { body, signature: `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}` };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/**
 * One POST with statuses of different messages; no two batches share an ID.
 *
 * @param batch.state such as `delivered`
 */
export function statusBatch(appSecret: string, batch: { name: string; size: number; state: string }): Delivery {
	const { name, size, state } = batch;
	return delivery(appSecret, {
		contacts: size === 1 ? [contact(0)] : undefined,
		statuses: range(size).map((index) => status(`${name}-${index}`, { index, state })),
	});
}

/** One POST with text messages of different people; no two batches share an ID. */
export function messageBatch(appSecret: string, batch: { name: string; size: number }): Delivery {
	const { name, size } = batch;
	return delivery(appSecret, {
		contacts: range(size).map(contact),
		messages: range(size).map((index) => message(`${name}-${index}`, index)),
	});
}
