import { ANA, itemsOf, OTHER_SENDER, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'markAsRead' };

async function received(text: string, phoneNumberId = SENDER): Promise<string> {
	const { message } = (await bench.control(`/phones/${ANA}/text`, { text, phoneNumberId })) as { message: { id: string } };
	return message.id;
}

describe('Message: Mark as Read', () => {
	test('marks messages as read, with and without the typing indicator', async () => {
		const ids = [await received('one'), await received('two')];
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { messageId: '={{ $json.messageId }}', showTyping: '={{ $json.typing }}' },
			items: itemsOf({ messageId: ids[0], typing: false }, { messageId: ids[1], typing: true }),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{ messaging_product: 'whatsapp', status: 'read', message_id: ids[0] },
			{ messaging_product: 'whatsapp', status: 'read', message_id: ids[1], typing_indicator: { type: 'text' } },
		]);
		expect((await bench.phone(ANA)).map(({ status }) => status)).toEqual(['read', 'read']);
		expect(outputs).toEqual([
			[
				{ json: { success: true, messageId: ids[0], typing: false, phoneNumberId: SENDER }, pairedItem: { item: 0 } },
				{ json: { success: true, messageId: ids[1], typing: true, phoneNumberId: SENDER }, pairedItem: { item: 1 } },
			],
		]);
	});

	test('tells the number that received the message', async () => {
		const messageId = await received('one', OTHER_SENDER);
		const { outputs } = await bench.run({
			...operation,
			parameters: { phoneNumberId: { __rl: true, mode: 'id', value: OTHER_SENDER }, messageId },
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ success: true, phoneNumberId: OTHER_SENDER });
		expect((await bench.writes())[0]?.path).toContain(`/${OTHER_SENDER}/messages`);
	});

	test('refuses no message before any call, and reports what Meta does not know', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { messageId: '={{ $json.id }}' },
			items: itemsOf({ id: ' ' }, { id: 'wamid.unknown' }),
			onError: 'continueRegularOutput',
		});
		expect(await bench.sent()).toHaveLength(1);
		expect(outputs[0]?.[0]?.json.error).toBe('Message ID: must not be empty');
		expect(outputs[0]?.[1]?.json.details).toMatchObject({ code: 131009 });
	});

	test('names a missing sender and a missing message together', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { messageId: '={{ "" }}' },
			credential: { phoneNumberId: '' },
			onError: 'continueRegularOutput',
		});
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({ problems: [{ field: 'Sender' }, { field: 'Message ID' }] });
	});
});
