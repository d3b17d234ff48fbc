import { fileOf, itemsOf, PDF, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'journey', operation: 'mapShipmentMilestone' };
const perItem = {
	service: '={{ $json.service }}',
	status: '={{ $json.status }}',
	subStatus: '={{ $json.sub }}',
	text: '={{ $json.text }}',
	lastMilestone: '={{ $json.last }}',
};

/** The milestones that left by each output. */
async function ways(rows: Array<Record<string, unknown>>, parameters: object = {}) {
	const items = itemsOf(...rows.map((row) => ({ service: 'detect', status: '', sub: '', text: '', last: '', ...row })));
	const run = await bench.run({ ...operation, parameters: { ...perItem, ...parameters }, items, onError: 'continueRegularOutput' });
	expect(run.error).toBeUndefined();
	return run.outputs.map((output) => output.map(({ json }) => json.shipment as Record<string, unknown>));
}

describe('Journey: Map Shipment Milestone', () => {
	test('lets news through with its history, and keeps JSON and files', async () => {
		const file = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'label.pdf' });
		const { outputs } = await bench.run({
			...operation,
			parameters: { ...perItem, service: 'aftership' },
			items: [{ json: { status: 'OutForDelivery', sub: '', text: '', last: 'shipped,in_transit', order: '#1001' }, binary: { data: file } }],
		});
		expect(outputs).toEqual([
			[
				{
					json: expect.objectContaining({
						order: '#1001',
						shipment: {
							milestone: 'out_for_delivery',
							changed: true,
							outcome: 'changed',
							reason: 'News',
							lastMilestone: 'in_transit',
							history: 'shipped,in_transit,out_for_delivery',
							key: 'out_for_delivery',
							service: 'aftership',
							matchedBy: 'status',
						},
					}),
					binary: { data: expect.objectContaining({ fileName: 'label.pdf' }) },
					pairedItem: { item: 0 },
				},
			],
			[],
			[],
		]);
		expect(await bench.requests()).toEqual([]);
	});

	test('separates news, no news and what is not understood', async () => {
		const [changed, unchanged, unknown] = await ways([
			{ status: 'TRANSIT', service: 'shippo' },
			{ status: 'TRANSIT', service: 'shippo', last: 'in_transit' },
			{ status: 'TRANSIT', service: 'shippo', last: 'Out for Delivery' },
			{ status: 'UNKNOWN', service: 'shippo' },
			{ status: 'something else', service: 'shippo' },
			{ text: 'Ihre Sendung konnte nicht zugestellt werden', service: 'text', last: ['shipped', 'out_for_delivery'] },
			{ text: 'Will be delivered tomorrow', service: 'text' },
			{ status: 6, service: 'clickpost' },
		]);
		expect(changed?.map(({ milestone }) => milestone)).toEqual(['in_transit', 'delivery_attempted', 'out_for_delivery']);
		expect(unchanged?.map(({ outcome }) => outcome)).toEqual(['same', 'behind', 'no_news']);
		expect(unknown?.map(({ outcome, milestone, reason }) => [outcome, milestone, reason])).toEqual([
			['unknown', null, '"something else" is not understood'],
			['unknown', null, '"Will be delivered tomorrow" is not understood'],
		]);
	});

	test('a row of events, each with the history of the one before, is told forward only', async () => {
		let last = '';
		const told: unknown[] = [];
		for (const status of ['InfoReceived', 'InTransit', 'OutForDelivery', 'AttemptFail', 'AttemptFail', 'InTransit', 'OutForDelivery', 'Delivered', 'Delivered', 'InTransit']) {
			const outputs = await ways([{ service: 'aftership', status, last }]);
			const [entry] = outputs.flat();
			if (outputs[0]?.length === 1) told.push(entry?.key);
			last = String(entry?.history);
		}
		expect(told).toEqual(['packed', 'in_transit', 'out_for_delivery', 'delivery_attempted', 'out_for_delivery-2', 'delivered']);
	});

	test('options choose the milestones, tell each once, turn a return round and say what completed means', async () => {
		const [changed, unchanged] = await ways([{ status: 'in_transit' }, { status: 'delivered' }], { options: { only: ['delivered', 'out_for_delivery'] } });
		expect(changed?.map(({ milestone }) => milestone)).toEqual(['delivered']);
		expect(unchanged).toMatchObject([{ milestone: 'in_transit', outcome: 'not_wanted', reason: 'Not among the milestones to tell', history: 'in_transit' }]);

		const attempted = { status: 'out_for_delivery', last: 'out_for_delivery,delivery_attempted' };
		expect((await ways([attempted])).map(({ length }) => length)).toEqual([1, 0, 0]);
		expect((await ways([attempted], { options: { onceOnly: true } })).map(({ length }) => length)).toEqual([0, 1, 0]);

		const [returned] = await ways([{ status: 'delivered', last: 'delivered' }], { options: { isReturn: true } });
		expect(returned).toMatchObject([{ milestone: 'returned' }]);

		const completed = { service: 'wooCommerce', status: 'completed' };
		expect((await ways([completed]))[2]).toMatchObject([{ reason: expect.stringContaining('WooCommerce Completed') }]);
		expect((await ways([completed], { options: { completed: 'delivered' } }))[0]).toMatchObject([{ milestone: 'delivered' }]);
	});

	test('input that cannot be read leaves by Unknown, never as news', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: perItem,
			items: itemsOf(
				{ service: 'fedex', status: 'delivered', sub: '', text: '', last: 'sent' },
				{ service: 'text', status: 'Delivered', sub: '', text: '', last: '' },
			),
			onError: 'continueRegularOutput',
		});
		expect(outputs.map(({ length }) => length)).toEqual([1, 0, 1]);
		expect(outputs[2]?.[0]?.json.details).toMatchObject({ reason: 'input', problems: [{ field: 'Carrier or Service' }, { field: 'Last Milestone' }] });
	});
});
