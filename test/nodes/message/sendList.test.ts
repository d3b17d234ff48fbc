import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendList' };
const rows = (...row: Array<{ title: string; id?: string; description?: string }>) => ({ row });

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send List', () => {
	test('sends sections and rows per item; choosing a row answers with its ID', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				headerText: 'Delivery',
				body: '=When shall we bring order {{ $json.order }}?',
				footer: 'Sunny Shop',
				buttonText: 'Choose a time',
				sections: {
					section: [
						{ title: 'Today', rows: rows({ title: 'Noon', id: '=noon-{{ $json.order }}', description: '12 to 13' }) },
						{ title: 'Tomorrow', rows: rows({ title: 'Morning' }, { title: 'Evening', id: 'late' }) },
					],
				},
			},
			items: itemsOf({ order: 1 }, { order: 2 }),
		});
		expect(error).toBeUndefined();
		expect((await bench.sent())[0]).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'interactive',
			interactive: {
				type: 'list',
				header: { type: 'text', text: 'Delivery' },
				body: { text: 'When shall we bring order 1?' },
				footer: { text: 'Sunny Shop' },
				action: {
					button: 'Choose a time',
					sections: [
						{ title: 'Today', rows: [{ id: 'noon-1', title: 'Noon', description: '12 to 13' }] },
						{ title: 'Tomorrow', rows: [{ id: 'Morning', title: 'Morning' }, { id: 'late', title: 'Evening' }] },
					],
				},
			},
		});
		const shown = (await bench.phone(ANA)).at(-1);
		expect(outputs[0]?.[1]).toEqual({
			json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER },
			pairedItem: { item: 1 },
		});
		expect(await bench.control(`/phones/${ANA}/tap`, { messageId: shown?.id, id: 'noon-2' })).toMatchObject({
			message: { body: 'Noon' },
		});
	});

	test('needs no title with one section', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, body: 'x', buttonText: 'Open', sections: { section: [{ rows: rows({ title: 'A' }) }] } },
		});
		expect(error).toBeUndefined();
		expect((await bench.phone(ANA)).at(-1)?.list).toEqual({
			button: 'Open',
			sections: [{ rows: [{ id: 'A', title: 'A' }] }],
		});
	});

	test('refuses eleven rows, doubles and long texts together, before any call', async () => {
		const eight = Array.from({ length: 8 }, (_, index) => ({ title: `Row ${index}` }));
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				headerText: 'h'.repeat(61),
				body: 'x',
				buttonText: 'b'.repeat(21),
				sections: {
					section: [
						{ title: 'A', rows: rows(...eight) },
						{ rows: rows({ title: 'Row 0' }, { title: 't'.repeat(25), description: 'd'.repeat(73), id: 'long' }, { title: 'Z' }) },
					],
				},
			},
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'input',
			problems: [
				{ field: 'Header Text', message: 'has 61 characters, at most 60 are allowed' },
				{ field: 'Button Text', message: 'has 21 characters, at most 20 are allowed' },
				{ field: 'Sections', message: 'has 11 rows in all, at most 10 are allowed' },
				{ field: 'Section 2 Title', message: 'must not be empty' },
				{ field: 'Section 2 Row 2 Title', message: 'has 25 characters, at most 24 are allowed' },
				{ field: 'Section 2 Row 2 Description', message: 'has 73 characters, at most 72 are allowed' },
				{ field: 'Section 2 Row 1 ID', message: 'must differ from Section 1 Row 1 ID; both are "Row 0"' },
			],
		});
	});

	test('refuses a section without rows and a list without sections', async () => {
		const parameters = { to: ANA, body: 'x', buttonText: 'Open' };
		const noRows = await bench.run({ ...operation, parameters: { ...parameters, sections: { section: [{ title: 'A' }] } } });
		expect(noRows.error?.message).toBe('Section 1 Rows: must not be empty; add at least one row');
		const nothing = await bench.run({ ...operation, parameters: { ...parameters, sections: { section: [] } } });
		expect(nothing.error?.message).toBe('Sections: must not be empty; add at least one section');
		expect(await bench.writes()).toEqual([]);
	});
});
