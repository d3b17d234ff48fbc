import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendReaction' };

async function received(): Promise<string> {
	const { message } = (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })) as { message: { id: string } };
	return message.id;
}

const reactions = async () => (await bench.phone(ANA)).flatMap(({ reaction }) => (reaction === undefined ? [] : [reaction]));

describe('Message: Send Reaction', () => {
	test('reacts to a received message and takes the reaction back', async () => {
		const messageId = await received();
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: ANA, messageId, removeReaction: '={{ $json.remove }}', emoji: '❤️' },
			items: itemsOf({ remove: false }, { remove: true }),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual(
			['❤️', ''].map((emoji) => ({
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'reaction',
				reaction: { message_id: messageId, emoji },
			})),
		);
		expect(await reactions()).toEqual([
			{ messageId, emoji: '❤️' },
			{ messageId, emoji: '' },
		]);
		expect(outputs[0]?.map(({ json }) => json)).toMatchObject([
			{ messageId: expect.any(String), phoneNumberId: SENDER },
			{ messageId: expect.any(String), phoneNumberId: SENDER },
		]);
	});

	test('quotes nothing, even where another operation of the node left the option behind', async () => {
		const messageId = await received();
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, messageId, emoji: '👍', options: { replyTo: messageId, callbackData: 'order-1' } },
		});
		expect(error).toBeUndefined();
		const [body] = await bench.sent();
		expect(body).toMatchObject({ biz_opaque_callback_data: 'order-1' });
		expect(body).not.toHaveProperty('context');
	});

	test('refuses a text, two emoji, none, and no message, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, messageId: '={{ $json.id }}', emoji: '={{ $json.emoji }}' },
			items: itemsOf({ id: '', emoji: 'ok' }, { id: 'wamid.1', emoji: '👍👍' }, { id: 'wamid.1', emoji: '' }),
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.map(({ json }) => json.details)).toMatchObject([
			{
				problems: [
					{ field: 'Message ID', message: 'must not be empty' },
					{ field: 'Emoji', message: 'must be one emoji, not "ok"' },
				],
			},
			{ problems: [{ field: 'Emoji', message: 'must be one emoji, not "👍👍"' }] },
			{ problems: [{ field: 'Emoji', message: 'must not be empty' }] },
		]);
	});
});
