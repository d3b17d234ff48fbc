import { checkN8n } from '../../../scripts/journeys/preflight';
import { PublicApi } from '../../../scripts/journeys/publicApi';
import { type Answer, type StandIn, startPage, startStandIn } from './standIn';

const RIGHTS = { body: { data: { scopes: ['workflow:list', 'workflow:read'] } } };
const NOT_FOUND = { status: 404, body: { message: 'not found' } };

let server: StandIn | undefined;

afterEach(async () => {
	await server?.close();
});

/** @param answers by the beginning of the path */
async function n8nWith(answers: Record<string, Answer>): Promise<PublicApi> {
	server = await startStandIn(({ url = '' }) => Object.entries(answers).find(([path]) => url.startsWith(path))?.[1] ?? NOT_FOUND);
	return new PublicApi({ url: `${server.url}/`, apiKey: 'a-key' });
}

describe('looking at an n8n before anything is changed in it', () => {
	test.each<{ what: string; answers: Record<string, Answer>; says: RegExp }>([
		{ what: 'an old n8n', answers: { '/api': RIGHTS, '/': { body: startPage('1.123.4') } }, says: /runs n8n 1\.123\.4; the journeys want 2\.40 or newer/ },
		{ what: 'an old n8n that hides its version', answers: { '/api': NOT_FOUND, '/': { body: '<html>' } }, says: /older than 2\.40/ },
		{ what: 'another web server', answers: { '/': { body: '<html>Welcome' } }, says: /no public API of n8n at http:\/\/127\.0\.0\.1:\d+\/api\/v1/ },
		{
			what: 'an address that leads elsewhere',
			answers: { '/': { status: 301, body: '', headers: { location: 'https://other.example/' } } },
			says: /sends us on to https:\/\/other\.example\/: give that address/,
		},
		{ what: 'a wrong key', answers: { '/api': { status: 401, body: { message: 'unauthorized' } }, '/': { body: startPage('2.41.1') } }, says: /does not accept the API key/ },
		{
			what: 'an n8n without the package',
			answers: { '/api/v1/discover': RIGHTS, '/': { body: startPage('2.40.0') }, '/api/v1/credentials/schema': NOT_FOUND },
			says: /n8n-nodes-whatsapp-journeys is not installed.*Community nodes/,
		},
	])('$what', async ({ answers, says }) => {
		// The more exact path first.
		const sorted = Object.fromEntries(Object.entries(answers).sort(([one], [other]) => other.length - one.length));
		const api = await n8nWith(sorted);
		await expect(checkN8n(api, ['workflow:list'])).rejects.toThrow(says);
	});

	test('a key that may not list credentials can still use their IDs', async () => {
		const api = await n8nWith({ '/api/v1/discover': RIGHTS, '/api/v1/credentials/schema': { body: {} }, '/': { body: startPage('3.0.0') } });
		await expect(checkN8n(api, ['credential:list'])).rejects.toThrow('or give the IDs of the credentials');
		await expect(checkN8n(api, ['workflow:create'])).rejects.toThrow('The API key lacks rights: workflow:create');
		await expect(checkN8n(api, ['workflow:read'])).resolves.toEqual(['workflow:list', 'workflow:read']);
	});

	test('reads lists of n8n to their end', async () => {
		const workflow = (id: string, isArchived: boolean) => ({ id, isArchived });
		server = await startStandIn(({ url = '' }) => {
			const isSecond = url.includes('cursor=two');
			const data = isSecond ? [workflow('3', false)] : [workflow('1', false), workflow('2', true)];
			return { body: { data, nextCursor: isSecond ? null : 'two' } };
		});
		const found = await new PublicApi({ url: server.url, apiKey: 'a-key' }).workflows();
		expect(found.map(({ id }) => id)).toEqual(['1', '3']);
		expect(server.asked).toHaveLength(2);
	});
});
