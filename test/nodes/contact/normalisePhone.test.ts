import type { INodeParameters } from 'n8n-workflow';
import { itemsOf, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'contact', operation: 'normalisePhone' };

async function normalise(parameters: INodeParameters, ...phones: unknown[]) {
	return await bench.run({ ...operation, parameters, items: itemsOf(...phones.map((phone) => ({ phone: phone as string, order: 7 }))), onError: 'continueErrorOutput' });
}

describe('Contact: Normalise Phone', () => {
	test('tells what a number tells, keeps the item and calls nobody', async () => {
		const { outputs, error } = await normalise({}, '+55 (11) 98765-4321');
		expect(error).toBeUndefined();
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]).toEqual([
			{
				json: {
					phone: '+55 (11) 98765-4321',
					order: 7,
					phoneDetails: {
						valid: true,
						e164: '+5511987654321',
						digits: '5511987654321',
						contactKey: '551187654321',
						country: 'BR',
						callingCode: '55',
						national: '(11) 98765-4321',
						language: 'pt_BR',
						languageSource: 'country',
						timeZone: 'America/Sao_Paulo',
						timeZones: ['America/Sao_Paulo'],
						type: 'mobile',
						fitsPlan: true,
						variants: ['5511987654321', '551187654321'],
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('reads national numbers with a default country, and numbers that are numbers', async () => {
		const { outputs } = await normalise({ options: { defaultCountry: 'DE' } }, '0151 12345678', '0049 30 123456', '٠١٥١١٢٣٤٥٦٧٨', 4915112345678);
		expect(outputs[0]?.map(({ json }) => json.phoneDetails)).toMatchObject([
			{ e164: '+4915112345678', type: 'mobile', timeZone: 'Europe/Berlin', language: 'de_DE' },
			{ e164: '+4930123456', type: 'fixed' },
			{ e164: '+4915112345678' },
			{ e164: '+4915112345678' },
		]);
	});

	test('tells first name and language by what is known', async () => {
		const options = { fullName: '={{ $json.phone.startsWith("+36") ? "Nagy Anna" : "MARÍA JOSÉ GARCÍA" }}', defaultLanguage: 'en_US' };
		const { outputs } = await normalise({ options }, '+36301234567', '+34612345678', '+8835100000001');
		expect(outputs[0]?.map(({ json }) => json.phoneDetails)).toMatchObject([
			{ firstName: 'Anna', language: 'hu_HU', languageSource: 'country' },
			{ firstName: 'María José', language: 'es_ES' },
			{ country: '', language: 'en_US', languageSource: 'default' },
		]);
		const given = await normalise({ options: { language: 'ca' } }, '+34612345678');
		expect(given.outputs[0]?.[0]?.json.phoneDetails).toMatchObject({ language: 'ca', languageSource: 'record' });
	});

	test('an unreadable number fails its item alone, naming the field', async () => {
		const { outputs } = await normalise({}, '0151 12345678', '', 'US.90817263540918273645', 'group:123', '+15550123456');
		expect(outputs[0]?.map(({ json }) => json.phone)).toEqual(['+15550123456']);
		expect(outputs[1]?.map(({ json }) => json.details)).toMatchObject([
			{ problems: [{ field: 'Phone', message: expect.stringContaining('default country') }] },
			{ problems: [{ field: 'Phone', message: 'must not be empty' }] },
			{ problems: [{ field: 'Phone', message: expect.stringContaining('user ID') }] },
			{ problems: [{ field: 'Phone', message: expect.stringContaining('group') }] },
		]);
	});

	test('or passes on as not valid, by choice', async () => {
		const { outputs } = await normalise({ options: { keepUnreadable: true, defaultCountry: 'DE' } }, 'call me', '0151 12345678');
		expect(outputs[1]).toEqual([]);
		expect(outputs[0]?.map(({ json }) => json.phoneDetails)).toMatchObject([
			{ valid: false, problem: expect.stringMatching(/^Phone: "call me"/) },
			{ valid: true, e164: '+4915112345678' },
		]);
	});
});
