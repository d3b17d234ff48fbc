import { ANA, useSandbox } from '../setup';
import { blockListOf } from './runBlockList';

const bench = useSandbox();
const run = blockListOf(bench);

describe('Block List: Unblock', () => {
	test('takes a person off the list', async () => {
		await bench.control(`/phones/${ANA}/text`, { text: 'hello' });
		await run('block', [`+${ANA}`]);
		expect((await run('unblock', [`+${ANA}`])).outputs[0]?.[0]?.json).toMatchObject({ contact: `+${ANA}`, blocked: false });
		expect((await run('getMany', [], { returnAll: true })).outputs[0]).toEqual([]);
	});
});
