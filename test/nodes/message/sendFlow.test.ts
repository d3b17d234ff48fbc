import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendFlow' };
/** A Flow that an expression left empty. */
const EMPTY = { __rl: true, mode: 'id', value: '={{ "" }}' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Flow', () => {
	test('opens a published Flow by ID at a screen with data', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				headerType: 'image',
				headerMedia: 'https://shop.example/table.png',
				body: 'Book a table',
				footer: 'Shop Example',
				flow: { __rl: true, mode: 'id', value: '1234567890123456' },
				buttonText: 'Book now',
				flowAction: 'navigate',
				screen: 'BOOKING',
				data: '={ "name": "{{ $json.name }}" }',
				flowReference: 'order-1',
			},
			items: itemsOf({ name: 'Ana' }),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'interactive',
				interactive: {
					type: 'flow',
					header: { type: 'image', image: { link: 'https://shop.example/table.png' } },
					body: { text: 'Book a table' },
					footer: { text: 'Shop Example' },
					action: {
						name: 'flow',
						parameters: {
							flow_message_version: '3',
							flow_id: '1234567890123456',
							flow_cta: 'Book now',
							mode: 'published',
							flow_token: 'order-1',
							flow_action: 'navigate',
							flow_action_payload: { screen: 'BOOKING', data: { name: 'Ana' } },
						},
					},
				},
			},
		]);
		const shown = (await bench.phone(ANA)).at(-1);
		expect(shown?.buttons).toMatchObject([{ title: 'Book now', action: 'flow' }]);
		expect(outputs[0]?.[0]?.json).toEqual({ messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER });
	});

	test('opens a draft by name that asks its endpoint', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: 'Book a table',
				flow: { __rl: true, mode: 'name', value: 'book_a_table' },
				buttonText: 'Book now',
				flowAction: 'data_exchange',
				flowMode: 'draft',
			},
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([
			{
				interactive: {
					action: {
						parameters: {
							flow_message_version: '3',
							flow_name: 'book_a_table',
							flow_cta: 'Book now',
							mode: 'draft',
							flow_action: 'data_exchange',
						},
					},
				},
			},
		]);
	});

	test('takes data that an expression gives as an object, and begins at the first screen by itself', async () => {
		const parameters = {
			to: ANA,
			body: 'Book a table',
			flow: { __rl: true, mode: 'id', value: '123456' },
			buttonText: 'Book now',
		};
		await bench.run({
			...operation,
			parameters: { ...parameters, screen: 'BOOKING', data: '={{ $json }}' },
			items: itemsOf({ seats: 2 }),
		});
		await bench.run({ ...operation, parameters });
		const sent = (await bench.sent()) as Array<{ interactive: { action: { parameters: object } } }>;
		expect(sent.map(({ interactive }) => interactive.action.parameters)).toEqual([
			{
				flow_message_version: '3',
				flow_id: '123456',
				flow_cta: 'Book now',
				mode: 'published',
				flow_action: 'navigate',
				flow_action_payload: { screen: 'BOOKING', data: { seats: 2 } },
			},
			{
				flow_message_version: '3',
				flow_id: '123456',
				flow_cta: 'Book now',
				mode: 'published',
				flow_action: 'navigate',
			},
		]);
	});

	test('refuses every problem together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, body: '={{ "" }}', flow: EMPTY, buttonText: '🎉'.repeat(31), data: '{"seats": }' },
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'Body', message: 'must not be empty' },
				{ field: 'Flow', message: 'must not be empty' },
				{ field: 'Button Text', message: 'has 31 characters, at most 30 are allowed' },
				{ field: 'Button Text', message: 'must not have emoji' },
				{ field: 'Data', message: 'must be a JSON object such as {"name": "Ana"}' },
			],
		});
	});
});
