import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendCtaUrl' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send CTA URL', () => {
	test('sends one link button per item; a tap opens the address', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				headerType: 'image',
				headerMedia: 'https://shop.example/box.png',
				body: 'Your parcel is on its way.',
				footer: 'Sunny Shop',
				buttonText: 'Track your order',
				url: '=https://shop.example/track/{{ $json.order }}',
			},
			items: itemsOf({ order: 1 }, { order: 2 }),
		});
		expect(error).toBeUndefined();
		expect((await bench.sent())[1]).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'interactive',
			interactive: {
				type: 'cta_url',
				header: { type: 'image', image: { link: 'https://shop.example/box.png' } },
				body: { text: 'Your parcel is on its way.' },
				footer: { text: 'Sunny Shop' },
				action: {
					name: 'cta_url',
					parameters: { display_text: 'Track your order', url: 'https://shop.example/track/2' },
				},
			},
		});
		const shown = (await bench.phone(ANA)).at(-1);
		expect(outputs[0]?.[1]).toEqual({
			json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER },
			pairedItem: { item: 1 },
		});
		expect(await bench.control(`/phones/${ANA}/tap`, { messageId: shown?.id, index: 0 })).toEqual({
			url: 'https://shop.example/track/2',
		});
	});

	test('refuses an address without https:// and a long button together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, body: 'b'.repeat(1025), buttonText: 't'.repeat(21), url: 'shop.example' },
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'Body', message: 'has 1,025 characters, at most 1,024 are allowed' },
				{ field: 'Button Text', message: 'has 21 characters, at most 20 are allowed' },
				{ field: 'URL', message: '"shop.example" is not a web address; write it with https://' },
			],
		});
	});
});
