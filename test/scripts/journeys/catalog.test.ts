import { type CatalogJourney, chooseJourneys, credentialTypes, readCatalog } from '../../../scripts/journeys/catalog';
import { planWorkflow } from '../../../scripts/journeys/plan';
import { settingsNode, settingsOf } from '../../../scripts/start/settings';
import { type Json, typeProblem } from '../../../scripts/journeys/values';

const catalog = readCatalog();

function plan(journey: CatalogJourney) {
	const credentials = Object.fromEntries(credentialTypes(journey.workflow).map((type) => [type, { id: '1', name: type }]));
	return planWorkflow({ journey, stored: undefined, wished: {}, credentials, known: [] });
}

describe('the catalog of journeys', () => {
	test('has the inbox and one journey per store', () => {
		const names = catalog.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['inbox', 'tracking-page', 'cod-confirmation-shopify', 'cod-confirmation-woocommerce']));
		expect(names.filter((name) => name.startsWith('store-'))).toEqual([]);
	});

	test.each(catalog)('$name has a Settings node whose values fit their types', ({ workflow }) => {
		const settings = settingsOf(settingsNode(workflow));
		expect(settings.length).toBeGreaterThan(0);
		const problems = settings.map((setting) => {
			const { type, value } = setting;
			return typeProblem(setting, (type === 'array' || type === 'object' ? JSON.parse(String(value)) : value) as Json);
		});
		expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
	});

	test.each(catalog)('$name lacks no credential once each of its types has one', (journey) => {
		expect(plan(journey).missing).toEqual({});
	});

	test('names a journey by its file, and a folder by what is in it', () => {
		expect(chooseJourneys(catalog, ['returns', 'inbox', 'returns']).map(({ name }) => name)).toEqual(['returns', 'inbox']);
		expect(() => chooseJourneys(catalog, ['failed-delivery'])).toThrow('failed-delivery-shopify or failed-delivery-woocommerce');
		expect(() => chooseJourneys(catalog, ['nothing'])).toThrow(/There is no journey "nothing"[^]*returns/);
	});

	test('tells which credentials a journey uses', () => {
		const [journey] = chooseJourneys(catalog, ['review-request']);
		expect(journey && credentialTypes(journey.workflow)).toEqual(['smtp', 'whatsAppBusinessPlatformApi', 'zendeskApi']);
	});
});
