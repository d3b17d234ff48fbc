import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ANA, fileOf, useSandbox } from '../setup';
import { greeting, shipped } from '../templates';

const bench = useSandbox();
const fromList = (value: string) => ({ __rl: true, mode: 'list', value });

async function send(options: INodeParameters, more: INodeParameters = {}) {
	return await bench.run({
		resource: 'message',
		operation: 'sendTemplate',
		parameters: {
			to: ANA,
			template: fromList('greeting|en_US'),
			templateVariables: { mappingMode: 'defineBelow', value: null },
			options,
			...more,
		},
	});
}

/** The edges that messages were posted to. */
async function edges(): Promise<string[]> {
	return (await bench.writes()).map(({ path }) => path.split('/').at(-1) ?? '');
}

beforeEach(async () => {
	await bench.template(greeting());
	await bench.template(shipped);
});

describe('Message: Send Template, by the Marketing Messages API', () => {
	test('goes there when chosen, with its settings, and says so', async () => {
		const { outputs } = await send({
			sendMarketingThrough: 'marketingMessages',
			productPolicy: 'STRICT',
			shareMessageActivity: false,
			callbackData: 'sale',
		});
		expect(await edges()).toEqual(['marketing_messages']);
		const [request] = await bench.writes();
		expect(request?.body).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: `+${ANA}`,
			biz_opaque_callback_data: 'sale',
			type: 'template',
			template: { name: 'greeting', language: { code: 'en_US' } },
			product_policy: 'STRICT',
			message_activity_sharing: false,
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentThrough: 'marketingMessages', template: 'greeting' });
	});

	test('goes by the Cloud API unless told, without a word about it', async () => {
		const { outputs } = await send({});
		expect(await edges()).toEqual(['messages']);
		expect(outputs[0]?.[0]?.json).not.toHaveProperty('sentThrough');
	});

	test('leaves templates of other categories to the Cloud API', async () => {
		const { error } = await send(
			{ sendMarketingThrough: 'marketingMessages' },
			{
				template: fromList('order_shipped|en_US'),
				templateVariables: {
					mappingMode: 'defineBelow',
					value: { header_1: '#1', body_1: 'Ana', body_2: 'DHL', button_0_url: 'JD1' },
				},
			},
		);
		expect(error).toBeUndefined();
		expect(await edges()).toEqual(['messages']);
	});

	test.each([
		['syncing', 134101],
		['off', 134102],
	])('falls back to the Cloud API while it is %s', async (marketingMessages, code) => {
		await bench.control('/settings', { marketingMessages });
		const { outputs } = await send({ sendMarketingThrough: 'marketingMessagesFirst' });
		expect(await edges()).toEqual(['marketing_messages', 'messages']);
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentThrough: 'cloudApi', routeRefusedCode: code });
		expect(await bench.phone(ANA)).toHaveLength(1);
		const [, second] = await bench.writes();
		expect(second?.body).not.toHaveProperty('product_policy');
	});

	test.each([100, 131055, 134100])('falls back after %i', async (code) => {
		await bench.fault({ times: 1, path: '/marketing_messages', httpStatus: 400, code });
		const { outputs } = await send({ sendMarketingThrough: 'marketingMessagesFirst' });
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentThrough: 'cloudApi', routeRefusedCode: code });
	});

	test('falls back from the Cloud API when the account takes no marketing there', async () => {
		await bench.control('/settings', { marketingOnCloudApi: false });
		const { outputs } = await send({ sendMarketingThrough: 'cloudApiFirst' });
		expect(await edges()).toEqual(['messages', 'marketing_messages']);
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentThrough: 'marketingMessages', routeRefusedCode: 131063 });
	});

	test('does not fall back unless told', async () => {
		await bench.control('/settings', { marketingMessages: 'off' });
		const { error } = await send({ sendMarketingThrough: 'marketingMessages' });
		expect(error?.context.details).toMatchObject({ code: 134102 });
		expect(await edges()).toEqual(['marketing_messages']);
	});

	test.each([
		['a refusal that is about the person', { httpStatus: 400, code: 131050 }, { code: 131050 }],
		['an answer that never came', { hangUp: true, afterProcessing: true }, { outcome: 'unknown' }],
	])('does not fall back after %s', async (_, fault, details) => {
		await bench.fault({ times: 1, path: '/marketing_messages', ...fault });
		const { error } = await send({ sendMarketingThrough: 'marketingMessagesFirst' });
		expect(error?.context.details).toMatchObject(details);
		expect((await edges()).filter((edge) => edge === 'messages')).toEqual([]);
	});

	test('refuses a GIF on the Cloud API, and a file that is none, before any call', async () => {
		const gif = greeting({
			name: 'moving',
			components: [
				{ type: 'HEADER', format: 'GIF', example: { header_handle: ['4::sample'] } },
				{ type: 'BODY', text: 'Look at this.' },
			],
		});
		await bench.template(gif);
		const run = async (options: INodeParameters, mimeType: string) =>
			await bench.run({
				resource: 'message',
				operation: 'sendTemplate',
				parameters: {
					to: ANA,
					template: fromList('moving|en_US'),
					templateVariables: { mappingMode: 'defineBelow', value: { header_gif: 'clip' } },
					options,
				},
				items: [{ json: {}, binary: { clip: fileOf({ bytes: Buffer.from('clip'), mimeType, fileName: 'clip.mp4' }) } }],
			});
		const refused = await run({}, 'video/3gpp');
		expect(refused.error?.context.details).toMatchObject({
			problems: [
				{ field: expect.stringMatching(/^Header GIF/), message: expect.stringContaining('is sent as video/mp4') },
				{ field: 'Send Marketing Through', message: expect.stringContaining('Marketing Messages API') },
			],
		});
		expect(await bench.writes()).toEqual([]);
		expect((await run({ sendMarketingThrough: 'marketingMessages' }, 'video/mp4')).error).toBeUndefined();
		expect(await edges()).toEqual(['media', 'marketing_messages']);
	});

	test('refuses a route that it does not know', async () => {
		const { error } = await send({ sendMarketingThrough: 'pigeon' });
		expect((error?.context.details as IDataObject).problems).toEqual([
			{
				field: 'Send Marketing Through',
				message: '"pigeon" is none of cloudApi, cloudApiFirst, marketingMessages, marketingMessagesFirst',
			},
		]);
		expect(await bench.writes()).toEqual([]);
	});
});
