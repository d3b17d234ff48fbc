import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimKey } from '../../../core/webhook/claimKey';
import type { WebhookEvent } from '../../../core/webhook/events';
import { parseWebhook } from '../../../core/webhook/parse';

const SHAPES = join(__dirname, '../../fixtures/webhookShapes');

const eventsOf = (name: string) => parseWebhook(JSON.parse(readFileSync(join(SHAPES, `${name}.json`), 'utf8')));
const keysOf = (name: string) => eventsOf(name).map(claimKey);

describe('claimKey', () => {
	test.each(readdirSync(SHAPES).map((file) => file.replace(/\.json$/, '')))('%s: the same again, and one for each event', (name) => {
		expect(keysOf(name)).toEqual(keysOf(name));
		expect(new Set(keysOf(name)).size).toBe(keysOf(name).length);
	});

	test('is the message and its status', () => {
		expect(keysOf('batch_messages_and_statuses')).toEqual([
			'message/wamid.EXAMPLEIN40/text',
			'message/wamid.EXAMPLEIN41/text',
			'status/wamid.EXAMPLEOUT30/delivered',
			'status/wamid.EXAMPLEOUT31/read',
			'message/wamid.EXAMPLEIN42/text',
		]);
	});

	test('of an event without an ID changes with its time and content', () => {
		const event: WebhookEvent = { kind: 'account', field: 'account_update', timestamp: '2026-11-06T21:20:00.000Z', raw: { event: 'A' } };
		const others: WebhookEvent[] = [
			{ ...event, raw: { event: 'B' } },
			{ ...event, timestamp: '2026-11-06T21:20:01.000Z' },
			{ ...event, wabaId: '1' },
		];
		expect(new Set([event, { ...event }, ...others].map(claimKey)).size).toBe(4);
	});
});
