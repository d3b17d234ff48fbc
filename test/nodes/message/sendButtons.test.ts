import { ANA, fileOf, itemsOf, PDF, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendButtons' };
const buttonsOf = (...rows: Array<{ title: string; id?: string }>) => ({ button: rows });

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

describe('Message: Send Buttons', () => {
	test('sends header, body, footer and buttons per item; a tap answers with the ID', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				headerType: 'text',
				headerText: '=Order {{ $json.order }}',
				body: 'Is the address right?',
				footer: 'Sunny Shop',
				buttons: buttonsOf({ title: 'Yes', id: '=yes-{{ $json.order }}' }, { title: 'No' }),
			},
			items: itemsOf({ order: 1 }, { order: 2 }),
		});
		expect(error).toBeUndefined();
		expect((await bench.sent())[1]).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			type: 'interactive',
			interactive: {
				type: 'button',
				header: { type: 'text', text: 'Order 2' },
				body: { text: 'Is the address right?' },
				footer: { text: 'Sunny Shop' },
				action: {
					buttons: [
						{ type: 'reply', reply: { id: 'yes-2', title: 'Yes' } },
						{ type: 'reply', reply: { id: 'No', title: 'No' } },
					],
				},
			},
		});
		const shown = (await bench.phone(ANA)).at(-1);
		expect(outputs[0]?.[1]).toEqual({
			json: { messageId: shown?.id, to: `+${ANA}`, waId: ANA, phoneNumberId: SENDER },
			pairedItem: { item: 1 },
		});
		expect(await bench.control(`/phones/${ANA}/tap`, { messageId: shown?.id, title: 'Yes' })).toMatchObject({
			message: { contextMessageId: shown?.id, body: 'Yes' },
		});
	});

	test('sends a file as header: by link, by ID, from a binary field', async () => {
		const file = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'terms.pdf' });
		const parameters = {
			to: ANA,
			headerType: 'document',
			headerMedia: '={{ $json.media }}',
			body: 'Agreed?',
			buttons: buttonsOf({ title: 'Yes' }),
		};
		const first = await bench.run({ ...operation, parameters, items: [{ json: { media: 'doc' }, binary: { doc: file } }] });
		expect(first.error).toBeUndefined();
		const { id } = (await bench.writes())[0]?.response as { id: string };
		const link = 'https://shop.example/terms.pdf';
		const rest = await bench.run({ ...operation, parameters, items: itemsOf({ media: link }, { media: id }) });
		expect(rest.error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([
			{ interactive: { header: { type: 'document', document: { id } } } },
			{ interactive: { header: { type: 'document', document: { link } } } },
			{ interactive: { header: { type: 'document', document: { id } } } },
		]);
		const shown = (await bench.phone(ANA)).filter(({ direction }) => direction === 'outbound');
		expect(shown.map(({ header }) => header?.type)).toEqual(['document', 'document', 'document']);
	});

	test('refuses four buttons, doubles, long titles and an empty body together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body: '={{ "" }}',
				footer: 'f'.repeat(61),
				buttons: buttonsOf({ title: 'Yes', id: 'a' }, { title: 'Yes', id: 'b' }, { title: 'x'.repeat(21), id: 'a' }, { title: 'D' }),
			},
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'input',
			problems: [
				{ field: 'Body', message: 'must not be empty' },
				{ field: 'Footer', message: 'has 61 characters, at most 60 are allowed' },
				{ field: 'Buttons', message: 'has 4 buttons, at most 3 are allowed' },
				{ field: 'Button 3 Title', message: 'has 21 characters, at most 20 are allowed' },
				{ field: 'Button 2 Title', message: 'must differ from Button 1 Title; both are "Yes"' },
				{ field: 'Button 3 ID', message: 'must differ from Button 1 ID; both are "a"' },
			],
		});
	});

	test('refuses header media that is no binary field of the item, naming those it has', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, headerType: 'image', headerMedia: 'photo', body: 'x', buttons: buttonsOf({ title: 'Y' }) },
			items: [{ json: {}, binary: { data: fileOf({ bytes: PDF, mimeType: 'application/pdf' }) } }],
		});
		expect(error?.message).toBe(
			'Header Media: "photo" is neither a link nor a media ID, nor a binary field of the item (it has data)',
		);
		expect(await bench.writes()).toEqual([]);
	});

	test('refuses a message without buttons', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, body: 'x', buttons: { button: [] } },
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toBe('Buttons: must not be empty; add at least one button');
	});
});
