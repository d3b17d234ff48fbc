import { itemsOf, useSandbox } from '../setup';
import { codesOf } from './codes';

const bench = useSandbox();
const codes = codesOf(bench);

describe('Link and QR Code: Update QR Code', () => {
	test('changes the text and keeps the code, named by itself or by its link', async () => {
		const code = await codes.make('Hello');
		const [item] = await codes.run('updateQrCode', { code: `https://wa.me/message/${code}`, prefilledMessage: 'Bye', imageFormat: 'SVG' });
		expect(item?.json).toMatchObject({ code, prefilledMessage: 'Bye' });
		expect(item?.binary?.data?.mimeType).toBe('image/svg+xml');
		expect((await codes.run('getManyQrCodes')).map(({ json }) => json.prefilledMessage)).toEqual(['Bye']);
	});

	test('a code that is not there fails its item alone', async () => {
		const code = await codes.make('Hello');
		const rows = await codes.run('updateQrCode', { code: '={{ $json.code }}', prefilledMessage: 'Bye', imageFormat: 'none' }, { items: itemsOf({ code: 'NOTHERE' }, { code: '' }, { code }) });
		expect(rows.map(({ json }) => json.details ?? json.code)).toMatchObject([{ reason: 'refused', code: 100 }, { problems: [{ field: 'Code' }] }, code]);
	});
});
