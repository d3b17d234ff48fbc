import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendContacts' };

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

const whole = {
	fullName: '={{ $json.name }}',
	phones: {
		entry: [
			{ phone: '+1 555 010 0200', waId: '+1 555 010 0200', type: 'WORK' },
			{ phone: 5550100201, waId: '', type: '' },
		],
	},
	emails: { entry: [{ email: 'ana@shop.example', type: 'WORK' }] },
	addresses: {
		entry: [
			{
				street: '1 Main St',
				city: 'Springfield',
				state: 'OR',
				zip: '97477',
				country: 'United States',
				countryCode: 'US',
				type: 'HOME',
			},
		],
	},
	urls: { entry: [{ url: 'https://shop.example', type: 'WORK' }] },
	additionalFields: {
		birthday: '1990-02-28T00:00:00',
		company: 'Shop Example',
		department: 'Support',
		firstName: 'Ana',
		jobTitle: 'Lead',
		lastName: 'Silva',
		middleName: 'Maria',
		prefix: 'Dr.',
		suffix: 'Jr.',
	},
};

describe('Message: Send Contacts', () => {
	test('sends several cards with all that the form has', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: ANA, contacts: { contact: [whole, { fullName: 'Ben' }] } },
			items: itemsOf({ name: 'Ana Silva' }),
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				type: 'contacts',
				contacts: [
					{
						name: {
							formatted_name: 'Ana Silva',
							first_name: 'Ana',
							last_name: 'Silva',
							middle_name: 'Maria',
							prefix: 'Dr.',
							suffix: 'Jr.',
						},
						phones: [{ phone: '+1 555 010 0200', type: 'WORK', wa_id: '15550100200' }, { phone: '5550100201' }],
						emails: [{ email: 'ana@shop.example', type: 'WORK' }],
						addresses: [
							{
								street: '1 Main St',
								city: 'Springfield',
								state: 'OR',
								zip: '97477',
								country: 'United States',
								country_code: 'US',
								type: 'HOME',
							},
						],
						org: { company: 'Shop Example', department: 'Support', title: 'Lead' },
						urls: [{ url: 'https://shop.example', type: 'WORK' }],
						birthday: '1990-02-28',
					},
					{ name: { formatted_name: 'Ben', first_name: 'Ben' } },
				],
			},
		]);
		const shown = (await bench.phone(ANA)).at(-1);
		expect(shown?.contacts).toHaveLength(2);
		expect(outputs).toEqual([
			[{ json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER }, pairedItem: { item: 0 } }],
		]);
	});

	test('sends 257 cards and refuses 258 before any call', async () => {
		const run = async (length: number) =>
			await bench.run({
				...operation,
				parameters: { to: ANA, contacts: { contact: Array.from({ length }, (_, n) => ({ fullName: `Person ${n}` })) } },
				onError: 'continueRegularOutput',
			});
		expect((await run(258)).outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [{ field: 'Contacts', message: 'has 258 contacts, at most 257 are allowed' }],
		});
		expect(await bench.writes()).toEqual([]);
		expect((await run(257)).outputs[0]?.[0]?.json.messageId).toEqual(expect.any(String));
	});

	test('names every problem of every card', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				contacts: {
					contact: [
						{ fullName: '={{ "" }}', phones: { entry: [{ phone: '={{ "" }}', waId: 'ana' }] } },
						{ fullName: 'Ben', additionalFields: { birthday: '30.02.1990' } },
					],
				},
			},
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'Contact 1 Full Name', message: 'must not be empty' },
				{ field: 'Contact 1 Phone 1 Phone Number', message: 'must not be empty' },
				{ field: 'Contact 1 Phone 1 WhatsApp ID', message: 'must be the digits of a phone number, not "ana"' },
				{ field: 'Contact 2 Birthday', message: '"30.02.1990" is not a date; write it as 1990-12-31' },
			],
		});
	});

	test('an empty form names Contacts', async () => {
		const { outputs } = await bench.run({ ...operation, parameters: { to: ANA }, onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.error).toBe('Contacts: must not be empty; add at least one contact');
	});
});
