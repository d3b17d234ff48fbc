import type { INodeParameters } from 'n8n-workflow';
import { ANA, BEN, fileOf, itemsOf, PDF, SENDER, useSandbox } from '../setup';
import { greeting, invoice, shipped } from '../templates';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendTemplate' };
const fromList = (value: string) => ({ __rl: true, mode: 'list', value });
const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const variables = (value: INodeParameters | null): INodeParameters => ({ mappingMode: 'defineBelow', value });
const shippedValues = {
	header_1: '={{ $json.order }}',
	body_1: '={{ $json.name }}',
	body_2: 'DHL',
	button_0_url: '={{ $json.parcel }}',
	button_1_payload: '=stop-{{ $json.order }}',
};

beforeEach(async () => {
	await bench.template(shipped);
	await bench.template(invoice);
	await bench.template(greeting());
});

describe('Message: Send Template', () => {
	test('fills every variable per item; the phones show the texts, the link and the button', async () => {
		const { outputs, error } = await bench.run({
			...operation,
			parameters: {
				to: '={{ $json.phone }}',
				template: fromList('order_shipped|en_US'),
				templateVariables: variables(shippedValues),
				options: { callbackData: '={{ $json.order }}' },
			},
			items: itemsOf(
				{ phone: ANA, name: 'Ana', order: '#1', parcel: 'JD1' },
				{ phone: BEN, name: 'Ben', order: 2, parcel: 20 },
			),
		});
		expect(error).toBeUndefined();
		const [body] = await bench.sent();
		expect(body).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			biz_opaque_callback_data: '#1',
			type: 'template',
			template: {
				name: 'order_shipped',
				language: { code: 'en_US' },
				components: [
					{ type: 'header', parameters: [{ type: 'text', text: '#1' }] },
					{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }, { type: 'text', text: 'DHL' }] },
					{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'JD1' }] },
					{ type: 'button', sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 'stop-#1' }] },
				],
			},
		});
		const [ben] = await bench.phone(BEN);
		expect(ben).toMatchObject({
			header: { type: 'text', text: 'Order 2' },
			body: 'Hi Ben, your order is on its way with DHL. Follow it below.',
			footer: 'Sunny Shop',
			buttons: [
				{ type: 'url', title: 'Track parcel', url: 'https://shop.example/t/20' },
				{ type: 'quick_reply', title: 'Stop updates', payload: 'stop-2' },
			],
			template: { name: 'order_shipped', language: 'en_US', category: 'UTILITY' },
			phoneNumberId: SENDER,
		});
		expect(outputs[0]?.[1]).toEqual({
			json: {
				messageId: ben?.id,
				to: `+${BEN}`,
				waId: BEN,
				messageStatus: 'accepted',
				phoneNumberId: SENDER,
				template: 'order_shipped',
				language: 'en_US',
			},
			pairedItem: { item: 1 },
		});
	});

	test('reads the definition once for all items of a run', async () => {
		await bench.run({
			...operation,
			parameters: { to: '={{ $json.to }}', template: fromList('greeting|en_US'), templateVariables: variables(null) },
			items: itemsOf({ to: ANA }, { to: BEN }, { to: ANA }),
		});
		const calls = (await bench.requests()).map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);
		expect(calls).toEqual(['GET message_templates', 'POST messages', 'POST messages', 'POST messages']);
		expect(await bench.sent()).toContainEqual(
			expect.objectContaining({ template: { name: 'greeting', language: { code: 'en_US' } } }),
		);
	});

	test('leaves an empty quick-reply payload to Meta: the text of the button comes back', async () => {
		await bench.run({
			...operation,
			parameters: {
				to: ANA,
				template: fromList('order_shipped|en_US'),
				templateVariables: variables({ ...shippedValues, header_1: '#1', body_1: 'Ana', button_0_url: 'x', button_1_payload: '' }),
			},
		});
		expect((await bench.phone(ANA))[0]?.buttons?.[1]).toMatchObject({ payload: 'Stop updates' });
	});

	test('picks the template per item by an expression, with or without its language', async () => {
		await bench.template(greeting({ language: 'de', components: [{ type: 'BODY', text: 'Willkommen.' }] }));
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, template: byName('={{ $json.template }}'), templateVariables: variables({}) },
			items: itemsOf({ template: 'greeting|de' }, { template: ' greeting | en_US ' }, { template: 'greeting' }),
			onError: 'continueRegularOutput',
		});
		expect((await bench.phone(ANA)).map(({ body }) => body)).toEqual(['Willkommen.', 'Welcome to our shop.']);
		expect(outputs[0]?.[2]?.json.error).toMatch(/^Template: "greeting" exists in .*: write it as greeting\|language$/);
	});

	test('refuses a missing variable by its name, and all other problems with it, before any message', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: '={{ $json.to }}',
				template: fromList('order_shipped|en_US'),
				templateVariables: variables({ ...shippedValues, body_1: '={{ $json.name }}', body_3: 'x' }),
			},
			items: itemsOf(
				{ to: 'no phone', name: null, order: 'one\ntwo', parcel: 'a b' },
				{ to: ANA, order: '#1', parcel: 'JD1' },
			),
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			reason: 'input',
			problems: [
				{ field: 'To' },
				{ field: 'Header {{1}}: "Order ▢" (e.g. #1001)', message: expect.stringContaining('must be one line') },
				{ field: expect.stringMatching(/^Body \{\{1\}\}/), message: 'must not be empty' },
				{ field: 'Button 1 "Track parcel" URL Ending (e.g. JD01)', message: expect.stringContaining('%20') },
				{ field: 'Template Variables', message: expect.stringContaining('"body_3" cannot be set') },
			],
		});
		expect(outputs[0]?.[1]?.json.error).toBe('Body {{1}}: "Hi ▢, your order is on its way…" (e.g. Ana): must not be empty');
	});

	test('refuses a missing variable of a form that the editor stored with its schema', async () => {
		const column = { display: true, defaultMatch: false, canBeUsedToMatch: false, type: 'string' };
		const schema = ['header_1', 'body_1', 'body_2', 'button_0_url', 'button_1_payload'].map((id) => ({
			...column,
			id,
			displayName: id,
			required: id !== 'button_1_payload',
		}));
		const stored = { mappingMode: 'defineBelow', value: shippedValues, schema } as unknown as INodeParameters;
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, template: fromList('order_shipped|en_US'), templateVariables: stored },
			items: itemsOf({ name: null, order: 7, parcel: 'JD1' }, { name: 'Ana', order: 7, parcel: 'JD1' }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.error).toMatch(/^Body \{\{1\}\}: "Hi .*: must not be empty$/);
		expect((await bench.phone(ANA)).map(({ header }) => header?.text)).toEqual(['Order 7']);
	});

	test.each([
		['nothing_like_it|en_US', 'Template: "nothing_like_it" does not exist in this WhatsApp Business Account'],
		['order_shipped|fr', 'Template: "order_shipped" has no language "fr"; it exists in en_US'],
		['on_hold|en_US', 'Template: "on_hold" (en_US) is PAUSED; only approved templates can be sent'],
		['order|en_US', 'Template: "order" does not exist in this WhatsApp Business Account'],
	])('refuses %s before any message', async (template, message) => {
		await bench.template(greeting({ name: 'on_hold' }), 'PAUSED');
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, template: fromList(template), templateVariables: variables({}) },
		});
		expect(error?.message).toBe(message);
		expect(await bench.writes()).toEqual([]);
	});

	test('names a recipient that is none beside a template that is none', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: { to: 'nobody', template: fromList('gone|en_US'), templateVariables: variables({}) },
		});
		expect(error?.context.details).toMatchObject({ problems: [{ field: 'To' }, { field: 'Template' }] });
		expect(await bench.writes()).toEqual([]);
	});

	test('keeps the order of one person\'s messages, though the template of the first is read more slowly', async () => {
		await bench.template(greeting({ name: 'slow', components: [{ type: 'BODY', text: 'First.' }] }));
		const reads = (await bench.requests()).length;
		await bench.fault({ times: 1, path: '/message_templates', delayMs: 300 });
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: ANA, template: byName('={{ $json.template }}'), templateVariables: variables({}) },
			items: itemsOf({ template: 'slow' }, { template: 'greeting' }),
		});
		expect(outputs[0]).toHaveLength(2);
		expect((await bench.requests()).length).toBe(reads + 4);
		expect((await bench.phone(ANA)).map(({ body }) => body)).toEqual(['First.', 'Welcome to our shop.']);
	});

	test('sends a document header from a binary field, uploaded once for the item, with its name', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				template: fromList('order_invoice|en_US'),
				templateVariables: variables({
					header_document: 'data',
					header_document_filename: 'invoice-1.pdf',
					body_first_name: 'Ana',
					body_order_number: '#1',
				}),
			},
			items: [{ json: {}, binary: { data: fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'x.pdf' }) } }],
		});
		expect(error).toBeUndefined();
		const [upload, message] = await bench.writes();
		const { id } = upload?.response as { id: string };
		expect(message?.body).toMatchObject({
			template: {
				components: [
					{ type: 'header', parameters: [{ type: 'document', document: { id, filename: 'invoice-1.pdf' } }] },
					{
						type: 'body',
						parameters: [
							{ type: 'text', parameter_name: 'first_name', text: 'Ana' },
							{ type: 'text', parameter_name: 'order_number', text: '#1' },
						],
					},
				],
			},
		});
		const [shown] = await bench.phone(ANA);
		expect(shown?.header).toMatchObject({ type: 'document', filename: 'invoice-1.pdf' });
		const file = await fetch(shown?.header?.mediaUrl ?? '');
		expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF);
	});

	test('takes a link or a media ID for a header as it is', async () => {
		const common = { body_first_name: 'Ana', body_order_number: '#1' };
		const link = 'https://shop.example/invoice.pdf';
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				template: fromList('order_invoice|en_US'),
				templateVariables: variables({ ...common, header_document: `=${link}` }),
			},
		});
		expect(error).toBeUndefined();
		expect((await bench.phone(ANA))[0]?.header).toMatchObject({ type: 'document', mediaUrl: link });
	});

	test('refuses a header that is no binary field, or a file of a wrong type, with what else is wrong', async () => {
		const image = fileOf({ bytes: Buffer.from('GIF89a'), mimeType: 'image/gif', fileName: 'x.gif' });
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				template: fromList('order_invoice|en_US'),
				templateVariables: variables({ header_document: '={{ $json.field }}', body_first_name: 'Ana' }),
			},
			items: [
				{ json: { field: 'data' } },
				{ json: { field: 'data' }, binary: { other: image } },
				{ json: { field: 'other' }, binary: { other: image } },
			],
			onError: 'continueRegularOutput',
		});
		expect(await bench.writes()).toEqual([]);
		const body = { field: expect.stringContaining('{{order_number}}'), message: 'must not be empty' };
		const header = expect.stringMatching(/^Header Document/);
		expect(outputs[0]?.map(({ json }) => json.details)).toMatchObject([
			{ problems: [body, { field: header, message: expect.stringContaining('(it has none)') }] },
			{ problems: [body, { field: header, message: expect.stringContaining('(it has other)') }] },
			{ problems: [body, { field: header, message: expect.stringContaining('image/gif is not accepted for document') }] },
		]);
	});

	test('refuses when no template is chosen', async () => {
		const { error } = await bench.run({
			...operation,
			parameters: { to: ANA, template: byName('={{ "" }}'), templateVariables: variables({}) },
		});
		expect(error?.context.details).toMatchObject({ reason: 'input', problems: [{ field: 'Template' }] });
		expect(await bench.requests()).toEqual([]);
	});
});
