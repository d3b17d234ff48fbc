import { itemsOf, OTHER_SENDER, SENDER, useSandbox } from '../setup';
import { codesOf } from './codes';

const bench = useSandbox();
const codes = codesOf(bench);

describe('Link and QR Code: Create QR Code', () => {
	test.each([
		['PNG', 'image/png', '\u0089PNG'],
		['SVG', 'image/svg+xml', '<svg'],
	])('makes a code and its image as %s', async (imageFormat, mimeType, head) => {
		const [item] = await codes.run('createQrCode', { prefilledMessage: 'Back in stock: blue mug', imageFormat, binaryField: 'qr' });
		const code = String(item?.json.code);
		expect(item?.json).toEqual({ code, prefilledMessage: 'Back in stock: blue mug', link: `https://wa.me/message/${code}`, phoneNumberId: SENDER });
		expect(item?.binary?.qr).toMatchObject({ mimeType, fileName: `qr-${code}.${imageFormat.toLowerCase()}` });
		const [write] = await bench.writes();
		expect(write).toMatchObject({ path: `/v26.0/${SENDER}/message_qrdls`, body: { prefilled_message: 'Back in stock: blue mug', generate_qr_image: imageFormat } });
		const image = (await bench.requests()).find(({ path }) => path.endsWith('/qr_image'));
		expect(image?.status).toBe(200);
		const stored = item?.binary?.qr;
		if (stored?.data !== undefined && stored.id === undefined) expect(Buffer.from(stored.data, 'base64').toString('latin1')).toContain(head);
	});

	test('makes one without an image, for another number', async () => {
		const [item] = await codes.run('createQrCode', { prefilledMessage: 'Hello', imageFormat: 'none', phoneNumberId: { __rl: true, mode: 'id', value: OTHER_SENDER } });
		expect(item?.binary).toBeUndefined();
		expect(item?.json.phoneNumberId).toBe(OTHER_SENDER);
		expect(await bench.requests()).toHaveLength(1);
	});

	test('a text that is empty or too long is refused before any call', async () => {
		const rows = await codes.run('createQrCode', { prefilledMessage: '={{ $json.text }}', imageFormat: 'PNG' }, { items: itemsOf({ text: '' }, { text: 'x'.repeat(141) }) });
		expect(rows.map(({ json }) => json.details)).toMatchObject([{ problems: [{ field: 'Prefilled Message' }] }, { problems: [{ field: 'Prefilled Message' }] }]);
		expect(await bench.requests()).toEqual([]);
	});

	test("Meta's refusal is passed on", async () => {
		await bench.fault({ path: '/message_qrdls', httpStatus: 400, code: 100, times: 1 });
		const [item] = await codes.run('createQrCode', { prefilledMessage: 'Hello', imageFormat: 'PNG' });
		expect(item?.json.details).toMatchObject({ reason: 'refused', code: 100 });
	});
});
