import { ANA, BEN, SENDER, useSandbox } from '../setup';
import { blockListOf } from './runBlockList';

const bench = useSandbox();
const run = blockListOf(bench);

describe('Block List: Get Many', () => {
	test('lists who is blocked, at most as many as asked for', async () => {
		for (const who of [ANA, BEN]) {
			await bench.control(`/phones/${who}/text`, { text: 'hello' });
			await run('block', [`+${who}`]);
		}
		const all = (await run('getMany', [], { returnAll: true })).outputs[0]?.map(({ json }) => json);
		expect(all).toHaveLength(2);
		expect(all).toContainEqual(expect.objectContaining({ phone: `+${ANA}`, phoneNumberId: SENDER }));
		expect((await run('getMany', [], { limit: 1 })).outputs[0]).toHaveLength(1);
	});
});
