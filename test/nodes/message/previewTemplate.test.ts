import { fileOf, itemsOf, PDF, useSandbox } from '../setup';
import { greeting, invoice, shipped } from '../templates';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'previewTemplate' };
const fromList = (value: string) => ({ __rl: true, mode: 'list', value });

beforeEach(async () => {
	await bench.template(shipped);
	await bench.template(invoice);
	await bench.template(greeting());
	await bench.template(greeting({ language: 'de', components: [{ type: 'BODY', text: 'Willkommen.' }] }));
});

describe('Message: Preview Template', () => {
	test('shows the filled template per item, as parts and as text, and sends nothing', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				template: fromList('order_shipped|en_US'),
				templateVariables: {
					mappingMode: 'defineBelow',
					value: { header_1: '={{ $json.order }}', body_1: 'Ana', body_2: 'DHL', button_0_url: 'JD1' },
				},
			},
			items: itemsOf({ order: '#1' }, { order: '#2' }),
		});
		expect(error).toBeUndefined();
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[1]).toEqual({
			json: {
				template: 'order_shipped',
				language: 'en_US',
				category: 'UTILITY',
				header: 'Order #2',
				body: 'Hi Ana, your order is on its way with DHL. Follow it below.',
				footer: 'Sunny Shop',
				buttons: [
					{ type: 'URL', text: 'Track parcel', value: 'https://shop.example/t/JD1' },
					{ type: 'QUICK_REPLY', text: 'Stop updates' },
				],
				text: [
					'Order #2',
					'Hi Ana, your order is on its way with DHL. Follow it below.',
					'Sunny Shop',
					'[Track parcel] https://shop.example/t/JD1\n[Stop updates]',
				].join('\n\n'),
				variables: ['header_1', 'body_1', 'body_2', 'button_0_url', 'button_1_payload'],
			},
			pairedItem: { item: 1 },
		});
	});

	test('names the file of a header without uploading it', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				template: fromList('order_invoice|en_US'),
				variablesAsJson: true,
				variablesJson: '{"first_name": "Ana", "order_number": "#1", "header_document": "data"}',
			},
			items: [{ json: {}, binary: { data: fileOf({ bytes: PDF, mimeType: 'application/pdf' }) } }],
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ header: '[document: data]' });
		expect(await bench.writes()).toEqual([]);
	});

	test('says which language it fell back to', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				template: fromList('greeting|en_US'),
				templateVariables: { mappingMode: 'defineBelow', value: null },
				options: { language: 'de_AT', languageFallback: true },
			},
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ language: 'de', languageFallback: true, body: 'Willkommen.' });
	});

	test('refuses what a send would refuse', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: {
				template: fromList('order_shipped|en_US'),
				templateVariables: { mappingMode: 'defineBelow', value: { header_1: 'a\nb', body_1: 'Ana', button_0_url: 'x' } },
			},
		});
		expect(error?.context.details).toMatchObject({
			problems: [
				{ field: expect.stringMatching(/^Header/), message: expect.stringContaining('one line') },
				{ field: expect.stringMatching(/^Body \{\{2\}\}/), message: 'must not be empty' },
			],
		});
	});
});
