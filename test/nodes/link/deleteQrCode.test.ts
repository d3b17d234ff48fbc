import { itemsOf, useSandbox } from '../setup';
import { codesOf } from './codes';

const bench = useSandbox();
const codes = codesOf(bench);

describe('Link and QR Code: Delete QR Code', () => {
	test('deletes the code, once', async () => {
		const code = await codes.make('Hello');
		const other = await codes.make('Stay');
		const rows = await codes.run('deleteQrCode', { code: '={{ $json.code }}' }, { items: itemsOf({ code }, { code }) });
		expect(rows.map(({ json }) => json.details ?? json)).toMatchObject([{ deleted: true, code }, { reason: 'refused', code: 100 }]);
		expect((await codes.run('getManyQrCodes')).map(({ json }) => json.code)).toEqual([other]);
	});

	test('refuses what is no code before any call', async () => {
		const [item] = await codes.run('deleteQrCode', { code: 'a b' });
		expect(item?.json.details).toMatchObject({ problems: [{ field: 'Code' }] });
		expect(await bench.requests()).toEqual([]);
	});
});
