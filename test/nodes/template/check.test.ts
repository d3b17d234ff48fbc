import { fileOf, itemsOf, useSandbox } from '../setup';
import { greeting, shipped } from '../templates';

const bench = useSandbox();
const operation = { resource: 'template', operation: 'check' };
const hello = { name: 'hello', language: 'en_US', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hello there, dear customer.' }] };
const bad = { ...hello, name: 'Bad Name', components: [{ type: 'BODY', text: '{{1}}: 10% off!', example: { body_text: [['Mug']] } }] };

describe('Template: Check', () => {
	test('parts the ready from the rest, one item per template and language, without a call', async () => {
		const { outputs, error } = await bench.run({ ...operation, parameters: { source: 'json', templatesJson: JSON.stringify([hello, bad]) } });
		expect(error).toBeUndefined();
		expect(outputs).toEqual([
			[{ json: { name: 'hello', language: 'en_US', category: 'UTILITY', ok: true, errors: 0, warnings: 0, problems: [] }, pairedItem: { item: 0 } }],
			[
				{
					json: {
						name: 'Bad Name',
						language: 'en_US',
						category: 'UTILITY',
						ok: false,
						errors: 2,
						warnings: 2,
						problems: [
							{ level: 'error', field: 'name', message: expect.any(String), source: 'Meta: template components' },
							{ level: 'error', field: 'BODY', message: expect.stringContaining('begins with a variable'), source: 'Meta: subcode 2388299' },
							{ level: 'warning', field: 'BODY', message: expect.stringContaining('2 words for 1 variables'), source: 'Meta: subcode 2388293' },
							{ level: 'warning', field: 'BODY', message: expect.stringContaining('10%'), source: 'Meta: template review' },
						],
					},
					pairedItem: { item: 0 },
				},
			],
		]);
		expect(await bench.requests()).toEqual([]);
	});

	test("takes a journey's pack, a file, one language, and an object from an expression", async () => {
		const journey = await bench.run({ ...operation, parameters: { source: 'journey', pack: 'order-updates' } });
		expect(journey.outputs[1]).toEqual([]);
		expect(journey.outputs[0]?.length).toBeGreaterThanOrEqual(9);
		const german = await bench.run({ ...operation, parameters: { source: 'journey', pack: 'order-updates', options: { languages: 'de' } } });
		expect(new Set(german.outputs[0]?.map(({ json }) => json.language))).toEqual(new Set(['de']));
		const file = fileOf({ bytes: Buffer.from(JSON.stringify([hello])), mimeType: 'application/json', fileName: 'templates.json' });
		const fromFile = await bench.run({ ...operation, parameters: { source: 'file' }, items: [{ json: {}, binary: { data: file } }] });
		expect(fromFile.outputs[0]?.map(({ json }) => json.name)).toEqual(['hello']);
		const fromItem = await bench.run({ ...operation, parameters: { source: 'json', templatesJson: '={{ $json.template }}' }, items: itemsOf({ template: hello }) });
		expect(fromItem.outputs[0]?.map(({ json }) => json.name)).toEqual(['hello']);
	});

	test('looks at a template of the account', async () => {
		await bench.template(shipped);
		await bench.template({ ...greeting({ name: 'offer' }), category: 'MARKETING' });
		const of = async (value: string) => await bench.run({ ...operation, parameters: { source: 'account', template: { __rl: true, mode: 'name', value } }, onError: 'continueRegularOutput' });
		expect((await of('order_shipped')).outputs.map(({ length }) => length)).toEqual([1, 0]);
		expect((await of('offer|en_US')).outputs[0]?.[0]?.json.problems).toMatchObject([{ level: 'warning', field: 'BUTTONS' }]);
		expect((await of('nothing')).outputs[1]?.[0]?.json.details).toMatchObject({ problems: [{ field: 'Template' }] });
	});

	test('options count warnings, and want sample files now', async () => {
		const picture = { ...hello, components: [{ type: 'HEADER', format: 'IMAGE' }, ...hello.components] };
		const run = async (definition: object, options: object) =>
			(await bench.run({ ...operation, parameters: { source: 'json', templatesJson: JSON.stringify(definition), options: { ...options } } })).outputs.map(({ length }) => length);
		expect(await run(picture, {})).toEqual([1, 0]);
		expect(await run(picture, { samplesFollow: false })).toEqual([0, 1]);
		const offer = { ...hello, category: 'MARKETING' };
		expect(await run(offer, {})).toEqual([1, 0]);
		expect(await run(offer, { warningsCount: true })).toEqual([0, 1]);
	});

	test('input that is no template leaves by Not Ready', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { source: 'json', templatesJson: '={{ $json.text }}' },
			items: itemsOf({ text: 'no json' }, { text: '[]' }, { text: [hello] }),
			onError: 'continueRegularOutput',
		});
		expect(outputs.map(({ length }) => length)).toEqual([1, 2]);
		expect(outputs[1]?.map(({ json }) => json.details)).toMatchObject([{ problems: [{ field: 'Templates (JSON)' }] }, { problems: [{ field: 'Templates (JSON)' }] }]);
	});
});
