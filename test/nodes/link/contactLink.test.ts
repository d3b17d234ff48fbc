import { itemsOf, useSandbox } from '../setup';

const bench = useSandbox();

describe('Link and QR Code: Contact Link', () => {
	test('makes a link per item, without a call', async () => {
		const { outputs, error } = await bench.run({
			resource: 'link',
			operation: 'contactLink',
			parameters: { phoneNumber: '={{ $json.phone }}', text: '={{ $json.text }}', options: { defaultCountry: 'DE' } },
			items: itemsOf({ phone: '+1 555 010 0200', text: 'Hi there!\nBlue mug?' }, { phone: '0170 1234567', text: '' }),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			{ json: { url: 'https://wa.me/15550100200?text=Hi%20there!%0ABlue%20mug%3F', phone: '+15550100200', text: 'Hi there!\nBlue mug?' }, pairedItem: { item: 0 } },
			{ json: { url: 'https://wa.me/491701234567', phone: '+491701234567', text: '' }, pairedItem: { item: 1 } },
		]);
		expect(await bench.requests()).toEqual([]);
	});

	test('a number that cannot be fails its item alone', async () => {
		const { outputs } = await bench.run({
			resource: 'link',
			operation: 'contactLink',
			parameters: { phoneNumber: '={{ $json.phone }}' },
			items: itemsOf({ phone: '12' }, { phone: '+15550100200' }),
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]?.map(({ json }) => json.url)).toEqual(['https://wa.me/15550100200']);
		expect(outputs[1]?.[0]?.json.details).toMatchObject({ reason: 'input', problems: [{ field: 'Phone Number' }] });
	});
});
