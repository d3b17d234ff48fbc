import type { INodeParameters } from 'n8n-workflow';
import { ANA, itemsOf, useSandbox } from '../setup';
import { greeting } from '../templates';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendTemplate' };

describe('Message: Send Template, languages and formats', () => {
	beforeEach(async () => {
		await bench.template(greeting());
		await bench.template(greeting({ language: 'pt_BR', components: [{ type: 'BODY', text: 'Boas-vindas.' }] }));
		await bench.template(greeting({ language: 'es', components: [{ type: 'BODY', text: 'Hola.' }] }), 'PAUSED');
	});

	const parameters = (options: INodeParameters) => ({
		to: ANA,
		template: { __rl: true, mode: 'list', value: 'greeting|en_US' },
		templateVariables: { mappingMode: 'defineBelow', value: null },
		options,
	});

	test('sends in the preferred language, a relative of it or the one chosen, and says so; reads the template once', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: parameters({ language: '={{ $json.language }}', languageFallback: true }),
			items: itemsOf({ language: 'pt_BR' }, { language: 'pt' }, { language: 'es' }, { language: '' }),
		});
		expect(outputs[0]?.map(({ json: { language, languageFallback } }) => [language, languageFallback])).toEqual([
			['pt_BR', undefined],
			['pt_BR', true],
			['en_US', true],
			['en_US', undefined],
		]);
		const reads = (await bench.requests()).filter(({ method }) => method === 'GET');
		expect(reads).toHaveLength(1);
	});

	test('takes the language of the phone number where the one of the recipient is not known', async () => {
		const parametersOf = (options: INodeParameters) => ({ ...parameters(options), to: '={{ $json.to }}' });
		const { outputs } = await bench.run({
			...operation,
			parameters: parametersOf({ language: '={{ $json.language }}', languageFallback: true }),
			items: itemsOf({ to: '+5511987654321' }, { to: '+5511987654321', language: 'es' }, { to: '+34612345678', language: '' }, { to: '+81312345678' }),
		});
		expect(outputs[0]?.map(({ json }) => json.language)).toEqual(['pt_BR', 'en_US', 'en_US', 'en_US']);
		const { outputs: unasked } = await bench.run({
			...operation,
			parameters: parametersOf({ languageFallback: true }),
			items: itemsOf({ to: '+5511987654321' }),
		});
		expect(unasked[0]?.[0]?.json.language).toBe('en_US');
	});

	test('keeps to the listed order', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: parameters({ language: 'fr', fallbackLanguages: 'es, pt-BR' }),
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ language: 'pt_BR', languageFallback: true });
	});

	test('stays exact unless a fallback is wanted', async () => {
		const { error } = await bench.run({ ...operation, parameters: parameters({ language: 'pt' }) });
		expect(error?.message).toBe('Template: "greeting" has no language "pt"; it exists in en_US, pt_BR, es');
		expect(await bench.writes()).toEqual([]);
	});

	test('writes money and dates in the language of the template, or of the locale', async () => {
		const body = { type: 'BODY', text: 'Paid {{1}} on {{2}} in full.', example: { body_text: [['5 €', '4 May']] } };
		await bench.template(greeting({ name: 'paid', components: [body] }));
		const rules = [
			{ variable: '1', format: 'money', currency: 'EUR' },
			{ variable: '2', format: 'date' },
		];
		await bench.run({
			...operation,
			parameters: {
				to: ANA,
				template: { __rl: true, mode: 'list', value: 'paid|en_US' },
				templateVariables: { mappingMode: 'defineBelow', value: { body_1: '1234.5', body_2: '2026-05-04' } },
				options: { formatVariables: { rule: rules }, locale: '={{ $json.locale }}' },
			},
			items: itemsOf({ locale: '' }, { locale: 'de-DE' }),
		});
		expect((await bench.phone(ANA)).map((message) => message.body?.replace(/\u00a0/g, ' '))).toEqual([
			'Paid €1,234.50 on May 4, 2026 in full.',
			'Paid 1.234,50 € on 4. Mai 2026 in full.',
		]);
	});
});
