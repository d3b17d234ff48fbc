import fc from 'fast-check';
import { EXPECTED } from '../../core/webhook/expectedEvents';
import type { LiveTrigger } from './liveTrigger';
import { ALL_EVENTS, message, shape, shapeNames, startReceiver, type Receiver } from './receiver';

let trigger: LiveTrigger;
let post: Receiver['post'];

async function start(...options: Parameters<typeof startReceiver>): Promise<void> {
	({ trigger, post } = await startReceiver(...options));
}

afterEach(async () => {
	await trigger.close();
});

describe('bad bodies that are signed', () => {
	test.each([
		['nothing', ''],
		['malformed JSON', '{"object":"whatsapp_business_account","entry":['],
		['an array', '[]'],
		['a string', '"text"'],
		['null', 'null'],
		['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00])],
	])('%s: 200, a line in the log, no execution', async (_title, body) => {
		await start();
		expect((await post(body)).status).toBe(200);
		expect(trigger.logs).toEqual([
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('not a JSON object') }),
		]);
		expect(trigger.executions).toEqual([]);
	});

	test('a byte order mark does no harm', async () => {
		await start();
		expect((await post(`\ufeff${message('hi')}`)).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test('an unknown field passes as unknown when other events are chosen', async () => {
		await start({ events: ['other'] });
		expect((await post(shape('unknown_field_future'))).status).toBe(200);
		expect(trigger.executions).toEqual([[expect.objectContaining({ kind: 'unknown', field: 'some_future_field' })]]);
	});

	test('a message without contacts passes', async () => {
		await start();
		expect((await post(message('hi'))).status).toBe(200);
		expect(trigger.executions).toEqual([[expect.objectContaining({ contactKey: '15550123456', text: 'hi' })]]);
	});

	test('a body over n8n\'s limit gets 413', async () => {
		await start();
		const answer = await post(Buffer.alloc(17 * 1024 * 1024, 'a'));
		expect(answer.status).toBe(413);
		expect(trigger.executions).toEqual([]);
	});

	test('generated ones never crash', async () => {
		await start({ events: ALL_EVENTS });
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json({ maxDepth: 5 }), fc.uint8Array().map((bytes) => Buffer.from(bytes))), async (body) => {
				expect((await post(body)).status).toBe(200);
			}),
			{ seed: 20_261_106, numRuns: 200 },
		);
		expect(JSON.stringify(trigger.executions)).not.toContain('thrown');
	});
});

describe('events', () => {
	test('of every shape reach the workflow as the expected items', async () => {
		await start({ events: ALL_EVENTS });
		const files = shapeNames();
		for (const name of files) {
			const answer = await post(shape(name));
			expect(answer).toEqual({ status: 200, text: '' });
		}
		expect(trigger.executions).toHaveLength(122);
		expect(trigger.executions.map((items) => items.map(({ kind, type, status, text }) => ({ kind, type, status, text })))).toEqual(
			files.map((name) => EXPECTED[name]?.map(({ kind, type, status, text }) => ({ kind, type, status, text }))),
		);
	});

	test('are messages and preferences unless others are chosen: a status starts nothing', async () => {
		await start();
		for (const name of ['status_sent', 'status_failed_131047_window_closed', 'account_alerts', 'calls_status', 'unknown_field_future', 'standby_message', 'message_template_status_update_approved']) {
			expect(await post(shape(name))).toEqual({ status: 200, text: '{"events":0}' });
		}
		expect(trigger.executions).toEqual([]);
		await post(shape('in_interactive_button_reply'));
		await post(shape('in_button_template_quick_reply'));
		await post(shape('user_preferences_stop'));
		expect(trigger.executions.map(([item]) => [item?.kind, item?.replyId ?? item?.type])).toEqual([
			['message', 'confirm'],
			['message', 'STOP_PROMOS'],
			['preference', 'stop'],
		]);
	});

	test('of one body become one execution with one item each', async () => {
		await start({ events: ['messages', 'statuses'] });
		await post(shape('batch_messages_and_statuses'));
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.executions[0]?.map(({ messageId }) => messageId)).toEqual([
			'wamid.EXAMPLEIN40',
			'wamid.EXAMPLEIN41',
			'wamid.EXAMPLEOUT30',
			'wamid.EXAMPLEOUT31',
			'wamid.EXAMPLEIN42',
		]);
	});

	test('that are statuses are filtered one by one', async () => {
		await start({ events: ['statuses'], filters: { statuses: ['read'] } });
		await post(shape('batch_messages_and_statuses'));
		expect(trigger.executions).toEqual([[expect.objectContaining({ status: 'read', messageId: 'wamid.EXAMPLEOUT31' })]]);
	});

	test('are filtered by business number', async () => {
		await start({ filters: { phoneNumberIds: '700111222333499, 1' } });
		await post(shape('batch_messages_and_statuses'));
		await post(shape('in_text'));
		expect(trigger.executions).toEqual([[expect.objectContaining({ text: 'other WABA' })]]);
	});
});
