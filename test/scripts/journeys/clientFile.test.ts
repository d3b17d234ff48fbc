import { readCatalog } from '../../../scripts/journeys/catalog';
import { parseClientFile, readClientFile, secretsOf } from '../../../scripts/journeys/clientFile';
import { checkClientFile, wishesFor } from '../../../scripts/journeys/clientWishes';

const catalog = readCatalog();
const parse = (file: unknown, env: NodeJS.ProcessEnv = {}) => parseClientFile(JSON.stringify(file), env);
const check = (file: unknown) => checkClientFile(parse(file), catalog);

describe("the client's file", () => {
	test('takes values of credentials from the environment, and knows them for secrets', () => {
		const data = { accessToken: { env: 'TOKEN' }, wabaId: '1' };
		const file = parse({ credentials: { smtp: 'Mail', whatsAppBusinessPlatformApi: { name: 'W', data } } }, { TOKEN: 'a-secret' });
		expect(file.credentials.whatsAppBusinessPlatformApi).toEqual({ name: 'W', data: { accessToken: 'a-secret', wabaId: '1' } });
		expect(secretsOf(file)).toEqual(['a-secret']);
		expect(() => parse({ credentials: { smtp: { name: 'W', data } } })).toThrow('TOKEN, wanted for accessToken, is not set');
	});

	test('gives a journey its own settings before the common ones, and none that it does not have', () => {
		const file = parse({ settings: { waitDays: 1, defaultLanguage: 'de' }, journeys: { 'cod-confirmation-shopify': { waitDays: 2 } } });
		const wishes = Object.fromEntries(catalog.map((journey) => [journey.name, wishesFor(journey, file)]));
		expect(wishes['cod-confirmation-shopify']).toEqual({ waitDays: 2, defaultLanguage: 'de' });
		expect(wishes['tracking-page']).toEqual({});
	});

	test.each([
		['{', /no JSON/],
		['[]', /wants an object/],
		['{"journey": {}}', /"journey" in the settings file is not known; there are credentials, settings, journeys, workflows/],
		['{"settings": 1}', /"settings" in the settings file wants an object/],
		['{"journeys": {"inbox": 1}}', /"journeys" → "inbox" wants an object/],
		['{"credentials": {"smtp": {}}}', /"smtp" wants a name or an ID/],
	])('refuses %s', (text, says) => {
		expect(() => parseClientFile(text, {})).toThrow(says);
	});

	test('says when there is no such file', () => {
		expect(() => readClientFile('/no/such/file.json', {})).toThrow('There is no file /no/such/file.json');
	});

	test('names everything that is wrong at once', () => {
		const file = { credentials: { smpt: 'x' }, settings: { colr: 'x', waitDays: '2' }, journeys: { inbox: { stop: 'x' } } };
		const says = /smpt[^]*There are .*smtp[^]*"colr"[^]*waitDays wants a number[^]*inbox has no setting "stop"\. It has .*routes/;
		expect(() => check({ ...file, journeys: { inbox: { stop: 'x' } } })).toThrow(says);
		expect(() => check({ journeys: { outbox: {} } })).toThrow('There is no journey "outbox"');
	});

	test('accepts what the journeys have', () => {
		check({ credentials: { smtp: 'x' }, settings: { waitDays: 2 }, journeys: { inbox: { routes: [] } } });
	});
});
