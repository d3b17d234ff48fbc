import type { INodeListSearchResult } from 'n8n-workflow';
import { OTHER_SENDER, SENDER, useSandbox } from '../setup';
import { greeting } from '../templates';

const bench = useSandbox();

/** Scrolls to the end, as the editor does. */
async function allPages(filter?: string): Promise<{ results: INodeListSearchResult['results']; calls: number }> {
	const results: INodeListSearchResult['results'] = [];
	let token: string | undefined;
	let calls = 0;
	do {
		const page = await bench.listSearch({ name: 'searchTemplates', args: [filter, token] });
		results.push(...page.results);
		token = page.paginationToken as string | undefined;
		calls++;
	} while (token !== undefined);
	return { results, calls };
}

describe('searchTemplates', () => {
	test('shows name, language and category of approved templates only', async () => {
		await bench.template(greeting());
		await bench.template(greeting({ language: 'pt_BR' }));
		for (const status of ['PENDING', 'PAUSED', 'REJECTED', 'DISABLED']) {
			await bench.template(greeting({ name: `is_${status.toLowerCase()}` }), status);
		}
		expect(await bench.listSearch({ name: 'searchTemplates' })).toEqual({
			results: [
				{ name: 'greeting (en_US) · marketing', value: 'greeting|en_US' },
				{ name: 'greeting (pt_BR) · marketing', value: 'greeting|pt_BR' },
			],
		});
	});

	test('finds a match on the last page at once, by name or language, in any case', async () => {
		for (let number = 0; number < 255; number++) await bench.template(greeting({ name: `filler_${number}` }));
		await bench.template(greeting({ name: 'order_shipped', language: 'de' }));
		for (const filter of ['shipped', ' SHIPPED ', '(de)']) {
			const { results } = await bench.listSearch({ name: 'searchTemplates', args: [filter] });
			expect(results.map(({ value }) => value)).toEqual(['order_shipped|de']);
		}
		expect((await bench.listSearch({ name: 'searchTemplates', args: ['no such'] })).results).toEqual([]);
		const scrolled = await allPages();
		expect(new Set(scrolled.results.map(({ value }) => value)).size).toBe(256);
		expect(scrolled.results).toHaveLength(256);
		expect(scrolled.calls).toBeGreaterThan(1);
	});

	test('tells the editor why there is no list', async () => {
		await bench.fault({ path: '/message_templates', times: 1, code: 190, httpStatus: 401 });
		await expect(bench.listSearch({ name: 'searchTemplates' })).rejects.toThrow('(#190)');
	});
});

describe('searchPhoneNumbers', () => {
	test('shows number and verified name, and filters', async () => {
		const all = await bench.listSearch({ name: 'searchPhoneNumbers' });
		expect(all).toEqual({
			results: [
				{ name: '+1 555-010-0200 · Example Shop', value: SENDER },
				{ name: '+1 555-010-0201 · Example Shop Support', value: OTHER_SENDER },
			],
		});
		const support = await bench.listSearch({ name: 'searchPhoneNumbers', args: ['support'] });
		expect(support.results.map(({ value }) => value)).toEqual([OTHER_SENDER]);
	});
});
