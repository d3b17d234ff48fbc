import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'requestLocation' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Request Location', () => {
	test('sends a text with the button of WhatsApp', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: ANA, body: '=Where shall we bring order {{ $json.order }}?' },
			items: itemsOf({ order: 1 }, { order: 2 }),
		});
		expect(error).toBeUndefined();
		expect((await bench.sent())[1]).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'interactive',
			interactive: {
				type: 'location_request_message',
				body: { text: 'Where shall we bring order 2?' },
				action: { name: 'send_location' },
			},
		});
		const shown = (await bench.phone(ANA)).at(-1);
		expect(shown?.buttons).toMatchObject([{ type: 'other', action: 'send_location' }]);
		expect(outputs[0]?.[1]).toEqual({
			json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER },
			pairedItem: { item: 1 },
		});
	});

	test('refuses an empty and a long text before any call; 1024 characters go', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, body: '={{ "b".repeat($json.length) }}' },
			items: itemsOf({ length: 0 }, { length: 1025 }, { length: 1024 }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.map(({ json }) => json.error)).toEqual([
			'Body: must not be empty',
			'Body: has 1,025 characters, at most 1,024 are allowed',
			undefined,
		]);
		expect(await bench.sent()).toHaveLength(1);
	});
});
