import { ANA, BEN, SENDER, useSandbox } from '../setup';
import { blockListOf } from './runBlockList';

const bench = useSandbox();
const run = blockListOf(bench);

describe('Block List: Block', () => {
	test('blocks who wrote in the last 24 hours', async () => {
		await bench.control(`/phones/${ANA}/text`, { text: 'hello' });
		const { outputs, error } = await run('block', [`+${ANA}`]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toEqual({ contact: `+${ANA}`, phoneNumberId: SENDER, blocked: true });
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
