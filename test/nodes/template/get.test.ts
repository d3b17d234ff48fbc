import { itemsOf, useSandbox } from '../setup';
import { greeting, shipped } from '../templates';

const bench = useSandbox();
const operation = { resource: 'template', operation: 'get' };
const byName = (value: string) => ({ template: { __rl: true, mode: 'name', value } });

beforeEach(async () => {
	await bench.template(shipped);
	await bench.template({ ...shipped, language: 'de' }, 'PAUSED');
	// Its name holds the other's name, which Meta's filter matches too.
	await bench.template(greeting({ name: 'order_shipped_late' }));
});

describe('Template: Get', () => {
	test('gets one language, or all of them, with status and definition', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: byName('={{ $json.template }}'),
			items: itemsOf({ template: 'order_shipped|de' }, { template: 'order_shipped' }),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.name, json.language, json.status, pairedItem])).toEqual([
			['order_shipped', 'de', 'PAUSED', { item: 0 }],
			['order_shipped', 'en_US', 'APPROVED', { item: 1 }],
			['order_shipped', 'de', 'PAUSED', { item: 1 }],
		]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ components: shipped.components, parameter_format: 'POSITIONAL' });
	});

	test('takes a choice from the list', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { template: { __rl: true, mode: 'list', value: 'order_shipped|en_US' } },
		});
		expect(outputs[0]?.map(({ json }) => json.language)).toEqual(['en_US']);
	});

	test('an unknown template, language or none fails its item alone', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: byName('={{ $json.template }}'),
			items: itemsOf({ template: 'order' }, { template: 'order_shipped|fr' }, { template: '' }, { template: 'order_shipped|de' }),
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]?.map(({ json }) => json.language)).toEqual(['de']);
		expect(outputs[1]?.map(({ json }) => json.details)).toMatchObject([
			{ problems: [{ field: 'Template', message: expect.stringContaining('"order" does not exist') }] },
			{ problems: [{ field: 'Template', message: expect.stringContaining('order_shipped') }] },
			{ problems: [{ field: 'Template' }] },
		]);
	});
});
