import { ANA, BEN, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'requestCallPermission' };

beforeEach(async () => {
	await bench.control(`/phones/${ANA}/text`, { text: 'hello' });
	await bench.control(`/phones/${BEN}/text`, { text: 'hello' });
});

describe('Message: Request Call Permission', () => {
	test('asks with a text and without', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: '={{ $json.to }}', body: '={{ $json.body }}' },
			items: itemsOf({ to: ANA, body: 'May we call you?' }, { to: BEN, body: '' }),
		});
		expect(error).toBeUndefined();
		const action = { name: 'call_permission_request' };
		const bodies = (await bench.sent()) as Array<{ to: string; interactive: object }>;
		expect(bodies.find(({ to }) => to === `+${ANA}`)).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'interactive',
			interactive: { type: 'call_permission_request', body: { text: 'May we call you?' }, action },
		});
		expect(bodies.find(({ to }) => to === `+${BEN}`)?.interactive).toEqual({ type: 'call_permission_request', action });
		expect((await bench.phone(ANA)).at(-1)?.buttons).toMatchObject([{ action: 'call_permission_request' }]);
		expect(outputs[0]?.map(({ json }) => json)).toMatchObject([
			{ to: `+${ANA}`, phoneNumberId: SENDER },
			{ to: `+${BEN}`, phoneNumberId: SENDER },
		]);
	});

	test('refuses a long text and no recipient together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: '={{ "" }}', body: 'b'.repeat(1025) },
			onError: 'continueRegularOutput',
		});
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'To', message: 'must not be empty' },
				{ field: 'Body', message: 'has 1,025 characters, at most 1,024 are allowed' },
			],
		});
	});
});
