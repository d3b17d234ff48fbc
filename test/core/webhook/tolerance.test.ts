import { parseWebhook } from '../../../core/webhook/parse';

const FIELDS = ['messages', 'user_preferences', 'account_update', 'message_template_status_update', 'flows', 'calls', 'history', 'smb_message_echoes', 'smb_app_state_sync', 'group_status_update', 'automatic_events', 'standby', 'user_id_update', 'some_future_field'];

function body(value: unknown, field: unknown = 'messages'): unknown {
	return { object: 'whatsapp_business_account', entry: [{ id: '900100200300400', time: 1_794_000_000, changes: [{ field, value }] }] };
}

const message = { from: '15550123456', id: 'wamid.1', timestamp: '1794000000', type: 'text', text: { body: 'hi' } };

describe('bodies that are not what they should be', () => {
	test.each([null, undefined, '', 'text', 0, true, [], {}, { entry: [] }, [{ entry: [] }]])('%j holds no event', (given) => {
		expect(parseWebhook(given)).toEqual([]);
	});

	test.each([
		[{ object: 'whatsapp_business_account' }],
		[{ entry: null }],
		[{ entry: 'none' }],
		[{ entry: [null, 7] }],
		[{ hello: 'world' }],
	])('%j is unknown rather than dropped', (given) => {
		expect(parseWebhook(given)).toEqual([{ kind: 'unknown', field: 'unknown', raw: given }]);
	});

	test.each(FIELDS.flatMap((field) => [null, undefined, 'text', 7, [], {}].map((value) => ({ field, value }))))(
		'field $field with the value $value is unknown',
		({ field, value }) => {
			expect(parseWebhook(body(value, field))).toEqual([
				{ kind: 'unknown', field, wabaId: '900100200300400', timestamp: '2026-11-06T21:20:00.000Z', raw: { field, value } },
			]);
		},
	);

	test.each([null, 7, '', {}, []])('a change whose field is %j is unknown', (field) => {
		const [event, ...others] = parseWebhook(body({ messages: [message] }, field));
		expect(event).toMatchObject({ kind: 'unknown', raw: { value: { messages: [message] } } });
		expect(others).toEqual([]);
	});

	test('objects are taken where arrays are due', () => {
		const events = parseWebhook({
			entry: { id: 900100200300400, changes: { field: 'messages', value: { contacts: { wa_id: '15550123456', profile: { name: 'Ana Example' } }, messages: message } } },
		});
		expect(events).toMatchObject([{ kind: 'message', text: 'hi', name: 'Ana Example', wabaId: '900100200300400' }]);
	});

	test('a broken element does not take its siblings with it', () => {
		const broken = [null, 7, 'text', [], { type: 'text' }, { type: 'image', image: null }, { type: 7 }, { ...message, context: 'x', referral: [], errors: 'y' }];
		const events = parseWebhook(body({ contacts: [null], messages: [...broken, message], statuses: { id: 'wamid.2', status: 'read' } }));
		expect(events.filter(({ messageId }) => messageId === 'wamid.1')).toHaveLength(2);
		expect(events.filter(({ kind }) => kind === 'message')).toHaveLength(5);
		expect(events).toContainEqual(expect.objectContaining({ kind: 'status', messageId: 'wamid.2', status: 'read' }));
	});
});

describe('contacts', () => {
	const ana = { wa_id: '15550123456', user_id: 'US.1', profile: { name: 'Ana Example' } };
	const ben = { wa_id: '15550123457', user_id: 'US.2', profile: { name: 'Ben Example' } };
	const name = (contacts: unknown, ids: object) => parseWebhook(body({ contacts, messages: [{ ...message, from: undefined, ...ids }] }))[0]?.name;

	test('are optional', () => {
		for (const contacts of [undefined, null, [], {}, 'none', [null]]) {
			const [event] = parseWebhook(body({ contacts, messages: [message] }));
			expect(event).toMatchObject({ contactKey: '15550123456', phone: '+15550123456', text: 'hi' });
		}
	});

	test('are matched by id, never by position', () => {
		expect(name([ana, ben], { from: '15550123457' })).toBe('Ben Example');
		expect(name([ana, ben], { from_user_id: 'US.1' })).toBe('Ana Example');
		expect(name([ana, ben], {})).toBeUndefined();
		expect(name([ana], { from: '15550123457' })).toBeUndefined();
		expect(name([ana], { from_user_id: 'US.2' })).toBeUndefined();
	});

	test('with the same user ID come before those with the same phone alone', () => {
		const phoneAlone = { wa_id: ana.wa_id, profile: { name: 'Phone Alone' } };
		const another = { ...ana, user_id: 'US.3', profile: { name: 'Another' } };
		const ids = { from: ana.wa_id, from_user_id: 'US.1' };
		expect(name([another, phoneAlone, ana], ids)).toBe('Ana Example');
		expect(name([another, phoneAlone, ben], ids)).toBe('Phone Alone');
		expect(name([another, ben], ids)).toBeUndefined();
	});

	test('fill in the ids that the message lacks', () => {
		const [event] = parseWebhook(body({ contacts: [ana], messages: [{ ...message, from: undefined }] }));
		expect(event).toMatchObject({ contactKey: 'US.1', phone: '+15550123456', name: 'Ana Example' });
	});

	test('of a Brazilian number match in both spellings', () => {
		expect(name([{ ...ana, user_id: undefined, wa_id: '551187654321' }], { from: '5511987654321' })).toBe('Ana Example');
	});
});

describe('timestamps', () => {
	const at = (timestamp: unknown) => parseWebhook(body({ messages: [{ ...message, timestamp }] }))[0]?.timestamp;
	const ENTRY_TIME = '2026-11-06T21:20:00.000Z';

	test.each([
		['1794000001', '2026-11-06T21:20:01.000Z'],
		[1_794_000_001, '2026-11-06T21:20:01.000Z'],
		['1794000001123', '2026-11-06T21:20:01.123Z'],
		[1_794_000_001_123, '2026-11-06T21:20:01.123Z'],
		[undefined, ENTRY_TIME],
		[null, ENTRY_TIME],
		['', ENTRY_TIME],
		['soon', ENTRY_TIME],
		[0, ENTRY_TIME],
		[-5, ENTRY_TIME],
		[1e300, ENTRY_TIME],
		[{}, ENTRY_TIME],
	])('%j gives %j', (given, expected) => {
		expect(at(given)).toBe(expected);
	});

	test('are left out when the entry has none either', () => {
		const [event] = parseWebhook({ entry: [{ changes: [{ field: 'messages', value: { messages: [{ ...message, timestamp: null }] } }] }] });
		expect(event).not.toHaveProperty('timestamp');
	});
});

describe('Flow answers', () => {
	const flow = (response_json: unknown) =>
		parseWebhook(body({ messages: [{ ...message, type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json } } }] }))[0]?.flow;

	test.each([
		['{"a":1}', { name: 'flow', response: { a: 1 } }],
		[{ a: 1 }, { name: 'flow', response: { a: 1 } }],
		[JSON.stringify('{"a":1}'), { name: 'flow', response: { a: 1 } }],
		['{broken', { name: 'flow', responseText: '{broken' }],
		['[1]', { name: 'flow', responseText: '[1]' }],
		[null, { name: 'flow' }],
		['', { name: 'flow' }],
	])('%j gives %j', (given, expected) => {
		expect(flow(given)).toEqual(expected);
	});
});

test('an ID beyond 2^53 is left out rather than given wrong', () => {
	const [event] = parseWebhook(JSON.parse('{"entry":[{"changes":[{"field":"message_template_status_update","value":{"message_template_id":12345678901234567890,"message_template_name":"a","event":"APPROVED"}}]}]}'));
	expect(event?.template).toEqual({ name: 'a' });
});
