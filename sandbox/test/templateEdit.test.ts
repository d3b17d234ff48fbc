import { SEED } from '../src';
import { expectRefusal, useBench, type GraphBody } from './support/bench';

const bench = useBench();
const body = (text: string) => ({ type: 'BODY', text });

async function create(category = 'UTILITY'): Promise<string> {
	const { data } = await bench.current.graph.post<GraphBody>(`/${SEED.wabaId}/message_templates`, {
		name: 'order_thanks',
		language: 'en_US',
		category,
		components: [body('Thank you for the order.')],
	});
	return data.id;
}

describe('edit', () => {
	test('replaces the components, which are reviewed again', async () => {
		const id = await create();
		const { data } = await bench.current.graph.post<GraphBody>(`/${id}`, { components: [body('Thank you very much.')] });
		expect(data).toMatchObject({ success: true });
		expect((await bench.current.graph.get<GraphBody>(`/${id}`)).data).toMatchObject({ status: 'APPROVED', components: [body('Thank you very much.')] });
	});

	test('refuses what a definition may not be, a pending template, and another category of an approved one', async () => {
		const id = await create();
		expectRefusal(await bench.current.graph.post(`/${id}`, {}), { code: 100 });
		expectRefusal(await bench.current.graph.post(`/${id}`, { components: [body('Hi {{1}}')] }), { code: 100, subcode: 2388299 });
		expectRefusal(await bench.current.graph.post(`/${id}`, { category: 'MARKETING' }), { code: 100 });
		await bench.current.control.post('/reset');
		await bench.current.control.post('/settings', { autoApprove: false });
		expectRefusal(await bench.current.graph.post(`/${await create()}`, { components: [body('Thank you.')] }), { code: 100 });
	});
});
