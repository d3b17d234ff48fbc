import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendLocation' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Location', () => {
	test('sends coordinates given as text or as numbers', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				latitude: '={{ $json.lat }}',
				longitude: '={{ $json.lon }}',
				name: '={{ $json.name }}',
				address: 'Pariser Platz',
			},
			items: itemsOf({ lat: '52.516275', lon: '13.377704', name: 'Gate' }, { lat: -33.5, lon: 0, name: '' }),
		});
		expect(error).toBeUndefined();
		expect((await bench.sent())[0]).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'location',
			location: { latitude: 52.516275, longitude: 13.377704, name: 'Gate', address: 'Pariser Platz' },
		});
		expect((await bench.sent())[1]).toMatchObject({
			location: { latitude: -33.5, longitude: 0, address: 'Pariser Platz' },
		});
		const shown = (await bench.phone(ANA)).filter(({ direction }) => direction === 'outbound');
		expect(shown[0]?.location).toEqual({
			latitude: 52.516275,
			longitude: 13.377704,
			name: 'Gate',
			address: 'Pariser Platz',
		});
		expect(outputs[0]?.[1]).toEqual({
			json: { messageId: shown[1]?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER },
			pairedItem: { item: 1 },
		});
	});

	test('refuses what is no place, and a group, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: 'group:R1JPVVAtRVhBTVBMRS0x', latitude: '90.1', longitude: '={{ "" }}' },
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'To', message: 'must be a person: groups take text, media, templates of text or media, and pins only' },
				{ field: 'Latitude', message: 'must be -90 to 90, not 90.1' },
				{ field: 'Longitude', message: 'must not be empty' },
			],
		});
	});
});
