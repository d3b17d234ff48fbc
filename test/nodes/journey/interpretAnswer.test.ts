import type { INodeParameters } from 'n8n-workflow';
import { fileOf, itemsOf, PDF, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'journey', operation: 'interpretAnswer' };

async function interpret(parameters: INodeParameters, ...texts: string[]) {
	return await bench.run({ ...operation, parameters, items: itemsOf(...texts.map((text) => ({ text }))), onError: 'continueRegularOutput' });
}

describe('Journey: Interpret Answer', () => {
	test('parts clear answers from unclear ones, keeps their items and calls nobody', async () => {
		const file = fileOf({ bytes: PDF, mimeType: 'application/pdf' });
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { as: 'rating' },
			items: [
				{ json: { text: 'four', order: 1 }, binary: { data: file } },
				{ json: { text: 'between 3 and 4', order: 2 } },
				{ json: { text: 'cinco estrellas', order: 3 } },
			],
		});
		expect(error).toBeUndefined();
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]?.[0]).toEqual({
			json: {
				text: 'four',
				order: 1,
				interpreted: {
					kind: 'rating',
					text: 'four',
					value: 4,
					confidence: 0.97,
					isClear: true,
					alternatives: [],
					decidedBy: 'four',
					rule: 'numberWord',
					language: 'en',
					details: {},
				},
			},
			binary: { data: expect.objectContaining({ mimeType: 'application/pdf' }) },
			pairedItem: { item: 0 },
		});
		expect(outputs.map((items) => items.map(({ json }) => json.order))).toEqual([[1, 3], [2]]);
		expect(outputs[1]?.[0]?.json.interpreted).toMatchObject({ value: 3, alternatives: [4], isClear: false });
	});

	test('reads days from the moment of the answer, in the zone and language given', async () => {
		const options = { answeredAt: '2026-11-18T23:30:00Z', timeZone: 'America/Sao_Paulo', language: 'pt_BR' };
		const { outputs } = await interpret({ as: 'date', options }, 'amanhã à tarde', '12/3');
		expect(outputs[0]?.map(({ json }) => json.interpreted)).toMatchObject([
			{ value: '2026-11-19', details: { partOfDay: 'afternoon' } },
			{ value: '2027-03-12' },
		]);
	});

	test('knows the choices by their titles, IDs and positions', async () => {
		const choices = { choice: [{ title: 'Morning', id: 'am' }, { title: 'Afternoon', id: '' }] };
		const { outputs } = await interpret({ as: 'choice', choices }, 'the mornning please', 'afternoon', '2', 'am', 'either');
		expect(outputs[0]?.map(({ json }) => json.interpreted)).toMatchObject([
			{ value: 'am' },
			{ value: 'Afternoon' },
			{ value: 'Afternoon' },
			{ value: 'am' },
		]);
		expect(outputs[1]?.map(({ json }) => json.text)).toEqual(['either']);
	});

	test('obeys bounds, pattern and the confidence asked for', async () => {
		const numbers = await interpret({ as: 'number', options: { minimum: 1, maximum: 10 } }, '12', 'ten');
		expect(numbers.outputs.map((items) => items.map(({ json }) => json.text))).toEqual([['ten'], ['12']]);
		const orders = await interpret({ as: 'orderNumber', options: { orderNumberPattern: 'SO\\d{5}' } }, 'so12345', '12345');
		expect(orders.outputs.map((items) => items.map(({ json }) => json.text))).toEqual([['so12345'], ['12345']]);
		const bold = await interpret({ as: 'rating', options: { minimumConfidence: 0.5 } }, 'good');
		expect(bold.outputs[0]?.[0]?.json.interpreted).toMatchObject({ value: 4, isClear: true });
	});

	test('refuses settings that cannot be, and lets the item leave by Unclear', async () => {
		const options = { minimum: 5, maximum: 1, minimumConfidence: 3, orderNumberPattern: '(a+)+', timeZone: 'Mars' };
		const { outputs } = await interpret({ as: 'number', options }, '3');
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'Minimum' },
				{ field: 'Minimum Confidence' },
				{ field: 'Order Number Pattern' },
				{ field: 'Time Zone', message: expect.stringContaining('"Mars"') },
			],
		});
		const noChoices = await interpret({ as: 'choice' }, 'x');
		expect(noChoices.outputs[1]?.[0]?.json.details).toMatchObject({ problems: [{ field: 'Choices' }] });
		const unknown = await interpret({ as: 'mood' }, 'x');
		expect(unknown.outputs[1]?.[0]?.json.details).toMatchObject({ problems: [{ field: 'Read As' }] });
	});

	test('an empty answer is unclear, no error', async () => {
		const { outputs } = await interpret({ as: 'any' }, '');
		expect(outputs[1]?.[0]?.json.interpreted).toMatchObject({ value: null, isClear: false, confidence: 0 });
	});
});
