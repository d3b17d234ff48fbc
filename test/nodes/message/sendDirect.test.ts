import type { INodeParameters } from 'n8n-workflow';
import { ANA, fileOf, itemsOf, PDF, useSandbox } from '../setup';
import { greeting, invoice } from '../templates';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendDirect' };
const body = 'Your parcel is late by a day.';
const fromList = (value: string) => ({ __rl: true, mode: 'list', value });
const fallback = {
	fallbackToTemplate: true,
	template: fromList('late|en_US'),
	templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Ana' } },
};

async function send(parameters: INodeParameters) {
	return await bench.run({ ...operation, parameters: { to: ANA, body, ...parameters } });
}

const enable = async () => await bench.control('/settings', { directSend: true });

beforeEach(async () => {
	const late = { type: 'BODY', text: 'Hi {{1}}, your parcel is late.', example: { body_text: [['Ana']] } };
	await bench.template(greeting({ name: 'late', category: 'UTILITY', components: [late] }));
});

describe('Message: Send Direct', () => {
	test('sends a text as utility, with its settings', async () => {
		await enable();
		const { outputs, error } = await send({
			options: { directTemplateName: 'parcel_late', ttlSeconds: 3600, callbackData: 'order-1' },
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: `+${ANA}`,
				biz_opaque_callback_data: 'order-1',
				type: 'text',
				text: { body },
				category: 'utility',
				direct_send_config: { template_name: 'parcel_late' },
				ttl_seconds: 3600,
			},
		]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentThrough: 'directSend', waId: ANA });
		expect((await bench.phone(ANA))[0]).toMatchObject({ body, status: 'delivered' });
	});

	test('sends ten reply buttons with header and footer', async () => {
		await enable();
		const button = Array.from({ length: 10 }, (_, index) => ({ type: 'reply', title: `No. ${index}`, id: `n-${index}` }));
		const { error } = await send({ headerType: 'text', headerText: 'Sorry', footer: 'Shop', buttons: { button } });
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([
			{
				category: 'utility',
				interactive: {
					type: 'button',
					header: { type: 'text', text: 'Sorry' },
					footer: { text: 'Shop' },
					action: { buttons: button.map(({ title, id }) => ({ type: 'reply', reply: { id, title } })) },
				},
			},
		]);
	});

	test('sends one button with a URL, and a document above it', async () => {
		await enable();
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				body,
				headerType: 'document',
				headerMedia: 'data',
				buttons: { button: [{ type: 'url', title: 'Track', url: 'https://shop.example/t/1' }] },
			},
			items: [{ json: {}, binary: { data: fileOf({ bytes: PDF, mimeType: 'application/pdf' }) } }],
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([
			{
				interactive: {
					type: 'cta_url',
					header: { type: 'document' },
					action: { name: 'cta_url', parameters: { display_text: 'Track', url: 'https://shop.example/t/1' } },
				},
			},
		]);
	});

	test('falls back to a template when the account is not enabled, and says so', async () => {
		const { outputs, error } = await send(fallback);
		expect(error).toBeUndefined();
		expect((await bench.sent()).map((message) => (message as { type: string }).type)).toEqual(['text', 'template']);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			sentThrough: 'template',
			directSendRefusedCode: 100,
			template: 'late',
			language: 'en_US',
		});
		expect((await bench.phone(ANA)).map((message) => message.body)).toEqual(['Hi Ana, your parcel is late.']);
	});

	test.each([131064, 132021, 139200, 2388318, 2388330])('falls back after %i', async (code) => {
		await enable();
		await bench.fault({ times: 1, path: '/messages', httpStatus: 400, code });
		const { outputs } = await send(fallback);
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentThrough: 'template', directSendRefusedCode: code });
	});

	test('sends the direct message alone when Meta takes it', async () => {
		await enable();
		await send(fallback);
		expect((await bench.sent()).map((message) => (message as { type: string }).type)).toEqual(['text']);
	});

	test.each([
		['a refusal that is about the person', { httpStatus: 400, code: 131026 }, { code: 131026 }],
		['an answer that never came', { hangUp: true, afterProcessing: true }, { outcome: 'unknown' }],
	])('sends no template after %s', async (_, fault, details) => {
		await enable();
		await bench.fault({ times: 1, path: '/messages', ...fault });
		const { error } = await send(fallback);
		expect(error?.context.details).toMatchObject(details);
		const types = (await bench.sent()).map((message) => (message as { type: string }).type);
		expect(types).not.toContain('template');
	});

	test('passes the refusal on without a template', async () => {
		const { error } = await send({});
		expect(error?.context.details).toMatchObject({ reason: 'refused', code: 100 });
	});

	test('refuses message and template together, before any call', async () => {
		await bench.template(invoice);
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				...fallback,
				to: '={{ $json.to }}',
				body: '={{ "" }}',
				footer: 'Shop',
				template: fromList('order_invoice|en_US'),
				templateVariables: {
					mappingMode: 'defineBelow',
					value: { header_document: 'data', body_first_name: 'Ana' },
				},
			},
			items: itemsOf({ to: 'nobody' }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'To' },
				{ field: 'Body', message: 'must not be empty' },
				{ field: 'Buttons', message: expect.stringContaining('must not be empty') },
				{ field: expect.stringMatching(/^Body {{order_number}}/), message: 'must not be empty' },
				{ field: expect.stringMatching(/^Header Document/), message: expect.stringContaining('(it has none)') },
			],
		});
		expect(await bench.writes()).toEqual([]);
	});
});
