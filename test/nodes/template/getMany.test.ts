import { itemsOf, useSandbox } from '../setup';
import { greeting, invoice, shipped } from '../templates';

const bench = useSandbox();
const operation = { resource: 'template', operation: 'getMany' };

/** So many templates that they fill more than one page of the largest size. */
async function registerMany(count: number): Promise<void> {
	for (let number = 0; number < count; number++) {
		await bench.template(greeting({ name: `greeting_${String(number).padStart(3, '0')}` }));
	}
}

describe('Template: Get Many', () => {
	test('gets all pages, each template once, or as many as asked', async () => {
		await registerMany(260);
		const all = await bench.run({ ...operation, parameters: { returnAll: true } });
		expect(all.error).toBeUndefined();
		const names = all.outputs[0]?.map(({ json }) => json.name) ?? [];
		expect(names).toHaveLength(260);
		expect(new Set(names).size).toBe(260);
		expect(all.outputs[0]?.[259]?.pairedItem).toEqual({ item: 0 });
		const pages = await bench.requests();
		expect(pages).toHaveLength(2);

		const limits = await bench.run({ ...operation, parameters: { limit: '={{ $json.limit }}' }, items: itemsOf({ limit: 3 }, { limit: 255 }) });
		expect(limits.outputs[0]?.filter(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toHaveLength(3);
		expect(limits.outputs[0]?.filter(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":1}')).toHaveLength(255);
		expect((await bench.requests()).slice(2).map(({ query }) => query.limit)).toEqual(['3', '250', '5']);

		const fifty = await bench.run(operation);
		expect(fifty.outputs[0]).toHaveLength(50);
	});

	test('gives name, language, status, category, format and components', async () => {
		const id = await bench.template(shipped);
		const { outputs } = await bench.run(operation);
		expect(outputs[0]).toEqual([
			{
				json: {
					id,
					name: 'order_shipped',
					language: 'en_US',
					status: 'APPROVED',
					category: 'UTILITY',
					parameter_format: 'POSITIONAL',
					components: shipped.components,
					quality_score: { score: 'UNKNOWN' },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('filters by status, category, language and name, over all pages', async () => {
		await registerMany(251);
		await bench.template(shipped);
		await bench.template(invoice, 'PAUSED');
		await bench.template(greeting({ language: 'de' }));
		const found = async (filters: Record<string, string>, limit = 1) => {
			const { outputs } = await bench.run({ ...operation, parameters: { filters, limit } });
			return outputs[0]?.map(({ json }) => `${String(json.name)}|${String(json.language)}`);
		};
		expect(await found({ status: 'PAUSED' })).toEqual(['order_invoice|en_US']);
		expect(await found({ category: 'UTILITY' }, 10)).toEqual(['order_shipped|en_US', 'order_invoice|en_US']);
		expect(await found({ language: 'de' })).toEqual(['greeting|de']);
		expect(await found({ name: 'order_shipped' })).toEqual(['order_shipped|en_US']);
		expect(await found({ name: 'greeting' }, 500)).toEqual(['greeting|de']);
		expect(await found({ status: 'APPROVED', language: 'en_US', category: 'UTILITY' })).toEqual(['order_shipped|en_US']);
		expect(await found({ status: 'REJECTED' })).toEqual([]);
	});

	test('an account without templates gives nothing', async () => {
		const { outputs, error } = await bench.run({ ...operation, parameters: { returnAll: true } });
		expect(error).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
	});

	test('a refusal on a later page fails the item, rather than giving half of the list', async () => {
		await registerMany(251);
		await bench.control('/requests');
		await bench.fault({ path: '/message_templates', times: 1, delayMs: 0 });
		await bench.fault({ path: '/message_templates', times: 1, code: 4, httpStatus: 400 });
		const { outputs } = await bench.run({ ...operation, parameters: { returnAll: true }, onError: 'continueRegularOutput' });
		expect(outputs[0]?.map(({ json }) => json.details)).toMatchObject([{ reason: 'refused', code: 4 }]);
	});

	test('a wrong WABA ID is told as Meta tells it', async () => {
		const { error } = await bench.run({ ...operation, credential: { wabaId: '1234567890' } });
		expect(error?.context.details).toMatchObject({ code: 100, subcode: 33 });
	});
});
