import { ANA, BEN, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();

async function run(operation: string, who: string[] = [], parameters: Record<string, unknown> = {}) {
	return await bench.run({
		resource: 'blockList',
		operation,
		parameters: { contact: '={{ $json.who }}', ...parameters } as never,
		items: itemsOf(...(who.length === 0 ? [{}] : who.map((each) => ({ who: each })))),
	});
}

async function blocked(): Promise<unknown[]> {
	return (await run('getMany', [], { returnAll: true })).outputs[0]?.map(({ json }) => json.phone) ?? [];
}

describe('Block List', () => {
	test('blocks who wrote in the last 24 hours, lists and unblocks', async () => {
		await bench.control(`/phones/${ANA}/text`, { text: 'hello' });
		const { outputs, error } = await run('block', [`+${ANA}`]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toEqual({ contact: `+${ANA}`, phoneNumberId: SENDER, blocked: true });
		expect(await blocked()).toEqual([`+${ANA}`]);
		expect((await run('unblock', [`+${ANA}`])).outputs[0]?.[0]?.json).toMatchObject({ blocked: false });
		expect(await blocked()).toEqual([]);
	});

	test('says why Meta does not take somebody', async () => {
		const { error } = await run('block', [`+${BEN}`]);
		expect(error?.message).toContain('139100');
		expect(error?.description).toMatch(/24 hours|131047/);
	});

	test('refuses what is no person before any call', async () => {
		const { error } = await run('block', ['group:abc']);
		expect(error?.message).toBe('Contact: must be a person');
		expect(await bench.requests()).toEqual([]);
	});
});
