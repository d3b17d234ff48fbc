import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebhookEvent } from '../../../core/webhook/events';
import { parseWebhook } from '../../../core/webhook/parse';
import { EXPECTED } from './expectedEvents';

const SHAPES = join(__dirname, '../../fixtures/webhookShapes');
const ANA = {
	contactKey: 'US.90817263540918273645',
	phone: '+15550123456',
	userId: 'US.90817263540918273645',
	name: 'Ana Example',
	country: 'US',
};
const BUSINESS = {
	wabaId: '900100200300400',
	phoneNumberId: '700111222333444',
	displayPhoneNumber: '+15550100200',
};
const AT = '2026-11-06T21:20:00.000Z';

function shape(name: string): unknown {
	return JSON.parse(readFileSync(join(SHAPES, `${name}.json`), 'utf8'));
}

function first(name: string): WebhookEvent {
	const [event] = parseWebhook(shape(name));
	if (event === undefined) throw new Error(`${name} gives no event`);
	return event;
}

/** A body with one change. */
function body(value: unknown, field: unknown = 'messages'): unknown {
	return { object: 'whatsapp_business_account', entry: [{ id: '900100200300400', changes: [{ field, value }] }] };
}

describe('every shape of webhook', () => {
	test('is in the table, and the table names no other', () => {
		const files = readdirSync(SHAPES).map((file) => file.replace(/\.json$/, ''));
		expect(files).toHaveLength(122);
		expect(Object.keys(EXPECTED).sort()).toEqual(files.sort());
	});

	test.each(Object.entries(EXPECTED))('%s', (name, expected) => {
		const events = parseWebhook(shape(name));
		expect(events.map(({ kind, type, status, text }) => ({ kind, type, status, text }))).toEqual(
			expected.map(({ kind, type, status, text }) => ({ kind, type, status, text })),
		);
	});

	test.each(Object.keys(EXPECTED))('%s leaves out what is absent, and keeps what Meta sent', (name) => {
		for (const { raw, ...event } of parseWebhook(shape(name))) {
			expect(raw).not.toBeNull();
			expect(event.wabaId).toMatch(/^900100200300/);
			expect(JSON.stringify(event)).not.toMatch(/:null|:""|:\{\}/);
			expect(Object.values(event)).not.toContain(undefined);
		}
	});
});

describe('messages', () => {
	test('carry the person, the business and the time', () => {
		expect(first('in_text')).toEqual({
			kind: 'message',
			field: 'messages',
			type: 'text',
			...ANA,
			...BUSINESS,
			messageId: 'wamid.EXAMPLEIN01',
			timestamp: AT,
			text: 'Is the blue mug back in stock?',
			raw: expect.objectContaining({ id: 'wamid.EXAMPLEIN01', text: { body: 'Is the blue mug back in stock?' } }),
		});
	});

	test('of a person with a username and no phone are keyed by the BSUID', () => {
		const event = first('in_text_username_no_phone');
		expect(event).toMatchObject({ contactKey: ANA.userId, userId: ANA.userId, username: 'ana.example' });
		expect(event).not.toHaveProperty('phone');
	});

	test('without a BSUID are keyed by the digits', () => {
		const event = first('in_text_legacy_before_2026_04');
		expect(event).toMatchObject({ contactKey: '15550123456', phone: '+15550123456', name: 'Ana Example' });
		expect(event).not.toHaveProperty('userId');
	});

	test('carry the parent BSUID', () => {
		expect(first('in_text_parent_bsuid').parentUserId).toBe('US.ENT.70605040302010908070');
	});

	test('of one body keep their own account and number', () => {
		const events = parseWebhook(shape('batch_messages_and_statuses'));
		expect(events.map(({ messageId, wabaId, phoneNumberId }) => [messageId, wabaId, phoneNumberId])).toEqual([
			['wamid.EXAMPLEIN40', '900100200300400', '700111222333444'],
			['wamid.EXAMPLEIN41', '900100200300400', '700111222333444'],
			['wamid.EXAMPLEOUT30', '900100200300400', '700111222333444'],
			['wamid.EXAMPLEOUT31', '900100200300400', '700111222333444'],
			['wamid.EXAMPLEIN42', '900100200300499', '700111222333499'],
		]);
	});

	test.each([
		['in_button_template_quick_reply', { replyId: 'STOP_PROMOS', replyTitle: 'Stop promotions', payload: 'STOP_PROMOS', contextMessageId: 'wamid.EXAMPLEOUT06' }],
		['in_interactive_button_reply', { replyId: 'confirm', replyTitle: 'Confirm', contextMessageId: 'wamid.EXAMPLEOUT06' }],
		['in_interactive_list_reply', { replyId: 'slot-9', replyTitle: '9:00' }],
		['in_interactive_nfm_reply_flow', { flow: { name: 'flow', token: 'order-77', response: { flow_token: 'order-77', rating: '5' } } }],
		['in_interactive_nfm_reply_address', { flow: { name: 'address_message', response: { saved_address_id: 'a1', values: { in_pin_code: '400001', city: 'Mumbai', name: 'Ana Example' } } } }],
		['in_image', { mediaId: '61000001', media: { id: '61000001', mimeType: 'image/jpeg', sha256: 'c2hhMjU2LWV4YW1wbGU=', url: 'https://lookaside.example/whatsapp_business/attachments/?mid=61000001', caption: 'Broken handle' } }],
		['in_audio_voice', { mediaId: '61000003', media: { id: '61000003', mimeType: 'audio/ogg; codecs=opus', sha256: 'c2hhMjU2LWV4YW1wbGU=', url: 'https://lookaside.example/whatsapp_business/attachments/?mid=61000003', voice: true } }],
		['in_document', { media: expect.objectContaining({ filename: 'invoice-77.pdf', caption: 'Invoice' }) }],
		['in_location', { location: { latitude: -12.0464, longitude: -77.0428, name: 'Example Plaza', address: '1 Example St, Lima', url: 'https://example.com/place' } }],
		['in_order', { order: { catalogId: '55500011122', text: 'Gift wrap please', items: [{ productRetailerId: 'mug-blue-01', quantity: 2, itemPrice: 12.5, currency: 'USD' }] } }],
		['in_contacts_request_contact_info_reply', { contacts: [{ phone: '+15550123456', origin: 'contact_request' }] }],
		['in_contacts_shared', { contacts: [{ name: 'Beto Example', phone: '+15550149999', email: 'beto@example.com', origin: 'other' }] }],
		['in_reaction', { reaction: { emoji: '👍', removed: false }, contextMessageId: 'wamid.EXAMPLEOUT05' }],
		['in_reaction_removed', { reaction: { removed: true }, contextMessageId: 'wamid.EXAMPLEOUT05' }],
		['in_edit', { contextMessageId: 'wamid.EXAMPLEIN01' }],
		['in_revoke', { contextMessageId: 'wamid.EXAMPLEIN01' }],
		['in_text_reply_to_business', { contextMessageId: 'wamid.EXAMPLEOUT01' }],
		['in_text_about_product', { product: { catalogId: '55500011122', productRetailerId: 'mug-blue-01' } }],
		['in_text_forwarded', { forwarded: true }],
		['in_text_frequently_forwarded', { frequentlyForwarded: true }],
		['in_text_group', { groupId: 'R1JPVVAtRVhBTVBMRS0x', ...ANA }],
		['in_text_ctwa_referral', { referral: { sourceUrl: 'https://fb.example/ad1', sourceId: '5550009990001', sourceType: 'ad', headline: 'Chat now', body: 'Mugs for every mood', mediaType: 'image', mediaUrl: 'https://cdn.example/ad.jpg', ctwaClid: 'CLICKIDEXAMPLE', welcomeMessage: 'How can we help?' } }],
		['in_unsupported', { errors: [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown', details: 'Message type is currently not supported.' }] }],
	])('%s', (name, expected) => {
		expect(first(name)).toMatchObject(expected);
	});

	test('about a changed number keep the old ids and give the new ones', () => {
		expect(first('in_system_user_changed_number')).toMatchObject({
			contactKey: 'US.90817263540918273645',
			phone: '+15550123456',
			userId: 'US.90817263540918273645',
			system: { type: 'user_changed_number', contactKey: 'US.11223344556677889900', phone: '+15550177777', userId: 'US.11223344556677889900' },
		});
		expect(first('in_system_user_changed_user_id')).toMatchObject({
			contactKey: 'US.90817263540918273645',
			userId: 'US.90817263540918273645',
			system: { contactKey: 'US.11223344556677889900', previousUserId: 'US.90817263540918273645' },
		});
	});

	test('spell one contact key for both forms of a Brazilian, Mexican or Argentine number', () => {
		const key = (from: string) =>
			parseWebhook(body({ messages: [{ from, id: 'wamid.1', type: 'text', text: { body: 'oi' } }] }))[0]?.contactKey;
		expect(key('5511987654321')).toBe(key('551187654321'));
		expect(key('5215512345678')).toBe(key('525512345678'));
		expect(key('5491123456789')).toBe(key('541123456789'));
		expect(key('5511987654321')).not.toBe(key('5511987654322'));
	});
});

describe('statuses', () => {
	test('carry price and callback data', () => {
		expect(first('status_sent')).toEqual({
			kind: 'status',
			field: 'messages',
			...ANA,
			...BUSINESS,
			messageId: 'wamid.EXAMPLEOUT10',
			timestamp: AT,
			status: 'sent',
			pricing: { billable: true, pricingModel: 'PMP', type: 'regular', category: 'utility' },
			callbackData: 'exec-42',
			raw: expect.objectContaining({ id: 'wamid.EXAMPLEOUT10' }),
		});
	});

	test('carry the conversation of a free entry point', () => {
		expect(first('status_sent_free_entry_point').conversation).toEqual({
			id: 'cafe0000000000000000000000000001',
			expiresAt: '2026-11-09T21:20:00.000Z',
			origin: 'referral_conversion',
		});
	});

	test('carry the reason of a failure', () => {
		expect(first('status_failed_131047_window_closed').errors).toEqual([
			{
				code: 131047,
				title: 'Re-engagement message',
				message: 'Re-engagement message',
				details: 'More than 24 hours since the customer last replied.',
			},
		]);
	});

	test('of a group are the participants\' own', () => {
		const events = parseWebhook(shape('status_group_read_aggregated'));
		expect(events.map(({ contactKey, name, groupId }) => [contactKey, name, groupId])).toEqual([
			['US.90817263540918273645', 'Ana Example', 'R1JPVVAtRVhBTVBMRS0x'],
			['US.22223333444455556666', 'Beto Example', 'R1JPVVAtRVhBTVBMRS0x'],
		]);
	});

	test.each([
		['{"order":77}', { order: 77 }],
		['[1,2]', [1, 2]],
		['{broken', '{broken'],
		['77', '77'],
		[{ order: 77 }, { order: 77 }],
	])('give callback data %j as %j', (given, expected) => {
		const [event] = parseWebhook(body({ statuses: [{ id: 'wamid.1', status: 'sent', biz_opaque_callback_data: given }] }));
		expect(event?.callbackData).toEqual(expected);
	});
});

describe('other events', () => {
	test.each([
		['user_preferences_stop', { ...ANA, category: 'marketing_messages' }],
		['user_preferences_stop_no_phone', { contactKey: ANA.userId, username: 'ana.example' }],
		['message_template_status_update_rejected', { timestamp: AT, template: { id: '810000000000001', name: 'order_shipped_v2', language: 'en_US', category: 'MARKETING', reason: 'INVALID_FORMAT', detail: 'Two variables touch each other.', recommendation: 'Put words between variables.' } }],
		['template_category_update_pending', { template: { newCategory: 'UTILITY', correctCategory: 'MARKETING' } }],
		['phone_number_name_update', { displayPhoneNumber: '+15550100200', wabaId: '900100200300400' }],
		['account_settings_update', { phoneNumberId: '700111222333444', timestamp: AT }],
		['calls_connect_business_initiated', { ...ANA, messageId: 'wacid.EXAMPLE1', callbackData: 'exec-42' }],
		['calls_connect_user_initiated', ANA],
		['calls_terminate_failed', { phone: '+15550123456', errors: [{ code: 138021, message: 'Media receive timeout', details: 'No media was received.' }] }],
		['smb_message_echoes_text', { contactKey: ANA.userId, phone: '+15550123456' }],
		['smb_app_state_sync_add', ANA],
		['history_threads', { contactKey: ANA.userId, phone: '+15550123456', messageId: 'wamid.EXAMPLEH1' }],
		['group_participants_update_join_request_created', { contactKey: ANA.userId, groupId: 'R1JPVVAtRVhBTVBMRS0x' }],
		['automatic_events_purchase', { messageId: 'wamid.EXAMPLEIN51', referral: { ctwaClid: 'CLICKIDEXAMPLE' } }],
		['user_id_update_superseded', { contactKey: 'US.90817263540918273645', system: { contactKey: 'US.11223344556677889900' } }],
		['unknown_field_future', { field: 'some_future_field', raw: { field: 'some_future_field', value: { anything: { goes: 'here' } } } }],
	])('%s', (name, expected) => {
		expect(first(name)).toMatchObject(expected);
	});
});
