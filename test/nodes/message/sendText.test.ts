import { ANA, BEN, itemsOf, OTHER_SENDER, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const sendText = { resource: 'message', operation: 'sendText' };

describe('Message: Send Text', () => {
	test('sends exactly one text per item, from expressions, and pairs the answers', async () => {
		await bench.control(`/phones/${ANA}/text`, { text: 'hello' });
		const { outputs, error } = await bench.run({
			...sendText,
			parameters: { to: '={{ $json.phone }}', text: '=Hi {{ $json.name }}', previewUrl: true },
			items: itemsOf({ phone: '+1 (555) 012-3456', name: 'Ana' }, { phone: '0015550123457', name: 'Ben' }),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'text',
				text: { body: 'Hi Ana', preview_url: true },
			},
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${BEN}`,
				type: 'text',
				text: { body: 'Hi Ben', preview_url: true },
			},
		]);
		const [inbound, shown] = await bench.phone(ANA);
		expect(inbound).toMatchObject({ direction: 'inbound', body: 'hello' });
		expect(shown).toMatchObject({ direction: 'outbound', body: 'Hi Ana', phoneNumberId: SENDER });
		expect(outputs).toEqual([
			[
				{
					json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER },
					pairedItem: { item: 0 },
				},
				{
					json: { messageId: expect.stringMatching(/^wamid\./), to: `+${BEN}`, waId: BEN, phoneNumberId: SENDER },
					pairedItem: { item: 1 },
				},
			],
		]);
	});

	test('sends from the chosen number, by list or by an ID per item', async () => {
		await bench.run({
			...sendText,
			parameters: { phoneNumberId: { __rl: true, mode: 'list', value: OTHER_SENDER }, to: ANA, text: 'a' },
		});
		await bench.run({
			...sendText,
			parameters: { phoneNumberId: { __rl: true, mode: 'id', value: '={{ $json.sender }}' }, to: ANA, text: 'b' },
			items: itemsOf({ sender: OTHER_SENDER }, { sender: '' }, { sender: ` ${SENDER} ` }),
		});
		const senders = (await bench.requests()).map(({ path }) => path.split('/')[2]);
		expect(senders).toEqual([OTHER_SENDER, OTHER_SENDER, SENDER, SENDER]);
	});

	test('refuses to send without any sender and says where to put one', async () => {
		const { error } = await bench.run({
			...sendText,
			parameters: { to: ANA, text: 'x' },
			credential: { phoneNumberId: '' },
		});
		expect(error?.context.details).toMatchObject({
			reason: 'input',
			problems: [{ field: 'Sender', message: expect.stringContaining('Phone Number ID into the credential') }],
		});
		expect(await bench.requests()).toEqual([]);
	});

	test('passes options on: quote, callback data, default country, user ID', async () => {
		const written = (await bench.control(`/phones/${ANA}/text`, { text: 'where is it?' })) as { message: { id: string } };
		const { error } = await bench.run({
			...sendText,
			parameters: {
				to: '={{ $json.to }}',
				text: 'x',
				options: { replyTo: written.message.id, callbackData: 'order-1001', defaultCountry: 'us' },
			},
			items: itemsOf({ to: '(555) 012-3456' }, { to: 'US.90817263540918273645' }, { to: 15550123456 }),
		});
		expect(error).toBeUndefined();
		const common = { context: { message_id: written.message.id }, biz_opaque_callback_data: 'order-1001' };
		expect(await bench.sent()).toEqual([
			expect.objectContaining({ ...common, to: `+${ANA}` }),
			expect.objectContaining({ ...common, recipient: 'US.90817263540918273645' }),
			expect.objectContaining({ ...common, to: `+${ANA}` }),
		]);
		expect((await bench.phone(ANA)).map(({ contextMessageId }) => contextMessageId)).toEqual([
			undefined,
			written.message.id,
			written.message.id,
			written.message.id,
		]);
	});

	test('refuses bad input before any call, naming every problem of the item at once', async () => {
		const { outputs } = await bench.run({
			...sendText,
			parameters: {
				to: '={{ $json.to }}',
				text: '={{ $json.text }}',
				options: { callbackData: '={{ $json.data }}' },
			},
			items: itemsOf({ to: 'ring me', text: 'x'.repeat(4097), data: 'y'.repeat(513) }, { to: '+1 555', text: ' ' }),
			onError: 'continueRegularOutput',
		});
		expect(await bench.requests()).toEqual([]);
		const problems = outputs[0]?.map(({ json }) => json.details);
		expect(problems).toMatchObject([
			{
				reason: 'input',
				problems: [
					{ field: 'To', message: expect.stringContaining('"ring me" is neither a phone number nor a user ID') },
					{ field: 'Text', message: 'has 4,097 characters, at most 4,096 are allowed' },
					{ field: 'Callback Data', message: 'has 513 characters, at most 512 are allowed' },
				],
			},
			{
				reason: 'input',
				problems: [
					{ field: 'To', message: expect.stringContaining('too few digits') },
					{ field: 'Text', message: 'must not be empty' },
				],
			},
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('names the item with an unknown phone format when it stops', async () => {
		const { error } = await bench.run({
			...sendText,
			parameters: { to: '={{ $json.to }}', text: 'x' },
			items: itemsOf({ to: ANA }, { to: 'n/a' }),
		});
		expect(error?.message).toContain('To: "n/a" is neither a phone number nor a user ID');
		expect(error?.context).toMatchObject({ itemIndex: 1 });
	});
});
