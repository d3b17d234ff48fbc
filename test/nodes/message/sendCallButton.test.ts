import { ANA, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendCallButton' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Call Button', () => {
	test('sends the button with its label, life and payload', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: ANA, body: 'Any questions?', buttonText: 'Call us', validMinutes: 43200, payload: 'order-1' },
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'interactive',
				interactive: {
					type: 'voice_call',
					body: { text: 'Any questions?' },
					action: {
						name: 'voice_call',
						parameters: { display_text: 'Call us', ttl_minutes: 43200, payload: 'order-1' },
					},
				},
			},
		]);
		const shown = (await bench.phone(ANA)).at(-1);
		expect(shown?.buttons).toMatchObject([{ title: 'Call us', action: 'voice_call', payload: 'order-1' }]);
		expect(outputs[0]?.[0]?.json).toEqual({ messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER });
	});

	test('leaves the label to WhatsApp and lasts seven days unless told', async () => {
		const { error } = await bench.run({ ...operation, parameters: { to: ANA, body: 'Any questions?' } });
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([
			{ interactive: { action: { name: 'voice_call', parameters: { ttl_minutes: 10080 } } } },
		]);
	});

	test('refuses every limit together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: '={{ "" }}',
				buttonText: 't'.repeat(21),
				validMinutes: 43201,
				payload: 'p'.repeat(513),
			},
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'Body', message: 'must not be empty' },
				{ field: 'Button Text', message: 'has 21 characters, at most 20 are allowed' },
				{ field: 'Valid for (Minutes)', message: 'must be 1 to 43,200, not 43,201' },
				{ field: 'Payload', message: 'has 513 characters, at most 512 are allowed' },
			],
		});
	});
});
