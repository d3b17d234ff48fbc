import { ADDRESS_FIELDS } from '../../../core/message/requestAddress';
import { requestAddress } from '../../../nodes/WhatsAppBusiness/actions/message/requestAddress.operation';
import { ANA, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'requestAddress' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

const address = {
	name: 'Asha Rao',
	phone_number: '+91 98765 43210',
	in_pin_code: '403001',
	house_number: '12',
	floor_number: '3',
	tower_number: 'B',
	building_name: 'Sea View',
	address: 'Beach Road',
	landmark_area: 'Fort',
	city: 'Panaji',
	state: 'Goa',
};

describe('Message: Request Address', () => {
	test('the form calls the fields as the problems do', () => {
		const values = requestAddress.properties.find(({ name }) => name === 'addressValues');
		const shown = values?.options?.map((option) => [option.name, 'displayName' in option ? option.displayName : '']);
		expect(Object.fromEntries(shown ?? [])).toEqual(ADDRESS_FIELDS);
	});

	test('sends values, saved addresses and validation errors', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: 'Where shall we deliver to?',
				addressValues: { ...address, in_pin_code: 403001 },
				savedAddresses: { savedAddress: [{ id: 'home', ...address }, { id: 'work', city: 'Mumbai' }] },
				validationErrors: { validationError: [{ field: 'in_pin_code', message: 'We do not deliver there' }] },
			},
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'interactive',
				interactive: {
					type: 'address_message',
					body: { text: 'Where shall we deliver to?' },
					action: {
						name: 'address_message',
						parameters: {
							country: 'IN',
							values: address,
							saved_addresses: [
								{ id: 'home', value: address },
								{ id: 'work', value: { city: 'Mumbai' } },
							],
							validation_errors: { in_pin_code: 'We do not deliver there' },
						},
					},
				},
			},
		]);
		const shown = (await bench.phone(ANA)).at(-1);
		expect(shown?.buttons).toMatchObject([{ action: 'address_message' }]);
		expect(outputs[0]?.[0]?.json).toEqual({ messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER });
	});

	test('sends a text alone', async () => {
		const { error } = await bench.run({ ...operation, parameters: { to: ANA, body: 'Where to?' } });
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([
			{ interactive: { action: { name: 'address_message', parameters: { country: 'IN' } } } },
		]);
	});

	test('refuses every problem together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: '={{ "" }}',
				addressValues: { in_pin_code: '4030' },
				savedAddresses: { savedAddress: [{ id: '={{ "" }}', in_pin_code: '40300a' }] },
				validationErrors: { validationError: [{ field: '={{ "pin" }}', message: '={{ "" }}' }] },
			},
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'Body', message: 'must not be empty' },
				{ field: 'PIN Code', message: 'must have 6 digits, not "4030"' },
				{ field: 'Saved Address 1 ID', message: 'must not be empty' },
				{ field: 'Saved Address 1 PIN Code', message: 'must have 6 digits, not "40300a"' },
				{ field: 'Validation Error 1 Field', message: expect.stringMatching(/^"pin" is none of name, /) },
				{ field: 'Validation Error 1 Message', message: 'must not be empty' },
			],
		});
	});
});
