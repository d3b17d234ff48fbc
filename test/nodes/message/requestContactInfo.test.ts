import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'requestContactInfo' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Request Contact Info', () => {
	test('sends a text with the button of WhatsApp', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: ANA, body: '=May we call you about order {{ $json.order }}?' },
			items: itemsOf({ order: 1 }, { order: 2 }),
		});
		expect(error).toBeUndefined();
		expect((await bench.sent())[1]).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'interactive',
			interactive: {
				type: 'contact_request',
				body: { text: 'May we call you about order 2?' },
				action: { name: 'request_contact_info' },
			},
		});
		const shown = (await bench.phone(ANA)).at(-1);
		expect(shown?.buttons).toMatchObject([{ type: 'other', action: 'request_contact_info' }]);
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
