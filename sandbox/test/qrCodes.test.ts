import axios from 'axios';
import { SEED } from '../src';
import { expectRefusal, NUMBER, SECOND_NUMBER, useBench, type GraphBody } from './support/bench';

const bench = useBench();
const path = `/${NUMBER}/message_qrdls`;
const graph = () => bench.current.graph;
const make = async (body: object) => await graph().post<GraphBody>(path, body);

describe('QR codes', () => {
	test('are made with a link, and with an image when asked', async () => {
		const { data } = await make({ prefilled_message: 'Hello', generate_qr_image: 'SVG' });
		const code = String(data.code);
		expect(code).toMatch(/^[A-Z0-9]{14}$/);
		expect(data).toEqual({ code, prefilled_message: 'Hello', deep_link_url: `https://wa.me/message/${code}`, qr_image_url: expect.any(String) });
		// No token is sent: Meta's images lie in the open.
		const image = await axios.get<string>(String(data.qr_image_url), { responseType: 'text' });
		expect(image.headers['content-type']).toContain('image/svg+xml');
		expect(image.data).toContain('<svg');
		expect((await make({ prefilled_message: 'Hello' })).data.qr_image_url).toBeUndefined();
	});

	test('are listed, read, changed and deleted, each for its own number', async () => {
		const code = String((await make({ prefilled_message: 'Hello' })).data.code);
		expect((await make({ prefilled_message: 'Bye', code })).data).toMatchObject({ code, prefilled_message: 'Bye' });
		expect((await graph().get<GraphBody>(path)).data.data).toEqual([{ code, prefilled_message: 'Bye', deep_link_url: `https://wa.me/message/${code}` }]);
		expect((await graph().get<GraphBody>(`/${SECOND_NUMBER}/message_qrdls`)).data.data).toEqual([]);
		const fields = 'code,qr_image_url.format(PNG)';
		const read = (await graph().get<GraphBody>(`${path}/${code}`, { params: { fields } })).data.data[0];
		const image = await axios.get<ArrayBuffer>(String(read?.qr_image_url), { responseType: 'arraybuffer' });
		expect(Buffer.from(image.data).subarray(1, 4).toString()).toBe('PNG');
		expect((await graph().delete<GraphBody>(`${path}/${code}`)).data).toEqual({ success: true });
		expect((await graph().get<GraphBody>(path)).data.data).toEqual([]);
		expectRefusal(await graph().delete(`${path}/${code}`), { code: 100, subcode: 33 });
		expectRefusal(await graph().get(`${path}/${code}`), { code: 100, subcode: 33 });
	});

	test('want a message of up to 140 characters and a known format', async () => {
		expect((await make({ prefilled_message: 'x'.repeat(140) })).status).toBe(200);
		expectRefusal(await make({ prefilled_message: 'x'.repeat(141) }), { code: 100 });
		expectRefusal(await make({}), { code: 100 });
		expectRefusal(await make({ prefilled_message: 'Hello', generate_qr_image: 'GIF' }), { code: 100 });
		expectRefusal(await make({ prefilled_message: 'Hello', code: 'NONE' }), { code: 100, subcode: 33 });
		expectRefusal(await graph().get(`/${SEED.wabaId}/message_templates/x`), { code: 100 });
	});
});
