import type { INodeParameters } from 'n8n-workflow';
import { ANA, fileOf, itemsOf, useSandbox } from '../setup';
import { greeting, offers, passcode, sale, withButton } from '../templates';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendTemplate' };
const fromList = (value: string) => ({ __rl: true, mode: 'list', value });
const variables = (value: INodeParameters | null): INodeParameters => ({ mappingMode: 'defineBelow', value });

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** The components of the only message sent. */
async function components(): Promise<unknown> {
	const [body] = (await bench.sent()) as Array<{ template: { components: unknown } }>;
	return body?.template.components;
}

async function send(template: string, values: INodeParameters, more: INodeParameters = {}) {
	return await bench.run({
		...operation,
		parameters: { to: ANA, template: fromList(template), templateVariables: variables(values), ...more },
	});
}

describe('Message: Send Template, by its parts', () => {
	test('sends the cards of a carousel; a file that stands in two cards is uploaded once', async () => {
		await bench.template(offers);
		const { error } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				template: fromList('offers|en_US'),
				templateVariables: variables({
					body_1: 'Ana',
					card_0_header_image: 'photo',
					card_0_body_1: '5 €',
					card_0_button_0_url: 'mug',
					card_1_header_image: 'photo',
					card_1_body_1: '9 €',
					card_1_button_0_url: 'cap',
				}),
			},
			items: [{ json: {}, binary: { photo: fileOf({ bytes: PNG, mimeType: 'image/png', fileName: 'p.png' }) } }],
		});
		expect(error).toBeUndefined();
		const [upload, message, ...rest] = await bench.writes();
		expect(rest).toEqual([]);
		const { id } = upload?.response as { id: string };
		const cardOf = (index: number, price: string, page: string) => ({
			card_index: index,
			components: [
				{ type: 'header', parameters: [{ type: 'image', image: { id } }] },
				{ type: 'body', parameters: [{ type: 'text', text: price }] },
				{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: page }] },
			],
		});
		expect(message?.body).toMatchObject({
			template: {
				components: [
					{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] },
					{ type: 'carousel', cards: [cardOf(0, '5 €', 'mug'), cardOf(1, '9 €', 'cap')] },
				],
			},
		});
	});

	test('names all files that are not there, before any call', async () => {
		await bench.template(offers);
		const { error } = await send('offers|en_US', {
			body_1: 'Ana',
			card_0_header_image: 'photo',
			card_0_body_1: '5 €',
			card_0_button_0_url: 'mug',
			card_1_header_image: 'picture',
			card_1_body_1: '',
			card_1_button_0_url: 'cap',
		});
		expect(await bench.writes()).toEqual([]);
		expect(error?.context.details).toMatchObject({
			problems: [
				{ field: expect.stringMatching(/^Card 2 Body/), message: 'must not be empty' },
				{ field: expect.stringMatching(/^Card 1 Header Image/), message: expect.stringContaining('"photo" is neither') },
				{ field: expect.stringMatching(/^Card 2 Header Image/), message: expect.stringContaining('"picture" is neither') },
			],
		});
	});

	test('sends a one-time password from one field, to a phone number only', async () => {
		await bench.template(passcode);
		expect((await send('passcode|en_US', { body_1: '123456' })).error).toBeUndefined();
		expect(await components()).toEqual([
			{ type: 'body', parameters: [{ type: 'text', text: '123456' }] },
			{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] },
		]);
		const { error } = await send('passcode|en_US', { body_1: '' }, { to: 'US.90817263540918273645' });
		expect(error?.context.details).toMatchObject({
			problems: [
				{ field: 'One-Time Password for Body and Button', message: 'must not be empty' },
				{ field: 'To', message: 'must be a phone number: one-time passwords go to no user ID' },
			],
		});
		expect(await bench.sent()).toHaveLength(1);
	});

	test('sends an offer with its end, and refuses one that has ended', async () => {
		await bench.template(sale);
		const { outputs } = await bench.run({
			...operation,
			parameters: {
				to: ANA,
				template: fromList('spring_sale|en_US'),
				templateVariables: variables({ limited_time_offer_end: '={{ $json.end }}', button_0_code: 'SPRING25' }),
			},
			items: itemsOf({ end: '2099-01-01T00:00:00Z' }, { end: '2020-01-01T00:00:00Z' }),
			onError: 'continueRegularOutput',
		});
		expect(await components()).toEqual([
			{
				type: 'limited_time_offer',
				parameters: [
					{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: Date.UTC(2099, 0, 1) } },
				],
			},
			{
				type: 'button',
				sub_type: 'copy_code',
				index: '0',
				parameters: [{ type: 'coupon_code', coupon_code: 'SPRING25' }],
			},
		]);
		expect(outputs[0]?.[1]?.json.error).toMatch(/^Offer "Spring sale" Ends .* must be in the future/);
	});

	test.each([
		[{ type: 'FLOW', text: 'Rate us', flow_id: '1' }, { button_0_flow_data: '{"order":"7"}' }, { flow_token: 'unused', flow_action_data: { order: '7' } }],
		[{ type: 'CATALOG', text: 'View' }, { button_0_thumbnail_product_id: 'A1' }, { thumbnail_product_retailer_id: 'A1' }],
		[
			{ type: 'MPM', text: 'View' },
			{ button_0_thumbnail_product_id: 'A1', button_0_products: 'New: A1, A2' },
			{
				thumbnail_product_retailer_id: 'A1',
				sections: [{ title: 'New', product_items: [{ product_retailer_id: 'A1' }, { product_retailer_id: 'A2' }] }],
			},
		],
		[
			{ type: 'ORDER_DETAILS', text: 'Pay' },
			{
				button_0_order:
					'{"referenceId":"o7","items":[{"id":"A","name":"Mug","amount":12.34}],"payment":{"country":"BR","paymentLink":{"url":"https://pay.example/7"}}}',
			},
			{ order_details: expect.objectContaining({ reference_id: 'o7', total_amount: { value: 1234, offset: 100 } }) },
		],
	])('the emulator takes the action of %j', async (button, values, action) => {
		await bench.template(withButton('with_button', button));
		expect((await send('with_button|en_US', values)).error).toBeUndefined();
		expect(await components()).toMatchObject([{ type: 'button', index: '0', parameters: [{ type: 'action', action }] }]);
	});

	test('sends a header location, a call button and a tap target', async () => {
		await bench.template({
			...withButton('visit_us', { type: 'VOICE_CALL', text: 'Call us' }),
			category: 'UTILITY',
			components: [
				{ type: 'HEADER', format: 'LOCATION' },
				{ type: 'BODY', text: 'Your parcel waits for you.' },
				{ type: 'BUTTONS', buttons: [{ type: 'VOICE_CALL', text: 'Call us' }] },
			],
		});
		const values = { header_latitude: 52.5, header_longitude: 13.4, header_location_name: 'Shop', header_location_address: 'Street 1', button_0_ttl_minutes: 60 };
		const options = { tapTargetUrl: 'https://shop.example/map', tapTargetTitle: 'Map' };
		expect((await send('visit_us|en_US', values, { options })).error).toBeUndefined();
		expect(await components()).toEqual([
			{
				type: 'header',
				parameters: [
					{ type: 'location', location: { latitude: 52.5, longitude: 13.4, name: 'Shop', address: 'Street 1' } },
				],
			},
			{ type: 'button', sub_type: 'voice_call', index: '0', parameters: [{ type: 'ttl_minutes', ttl_minutes: 60 }] },
			{
				type: 'tap_target_configuration',
				parameters: [
					{
						type: 'tap_target_configuration',
						tap_target_configuration: [{ url: 'https://shop.example/map', title: 'Map' }],
					},
				],
			},
		]);
	});
});

describe('Message: Send Template, variables as JSON', () => {
	const json = (template: string, variablesJson: string) => ({
		to: ANA,
		template: { __rl: true, mode: 'name', value: template },
		variablesAsJson: true,
		variablesJson,
	});

	beforeEach(async () => {
		await bench.template(greeting({ name: 'named', components: [{ type: 'BODY', text: 'Hi {{name}}, it is {{day}} today.', example: { body_text_named_params: [{ param_name: 'name', example: 'Ana' }, { param_name: 'day', example: 'Monday' }] } }], parameter_format: 'NAMED' }));
		await bench.template(greeting({ name: 'numbered', components: [{ type: 'BODY', text: 'Hi {{1}}, it is {{2}} today.', example: { body_text: [['Ana', 'Monday']] } }] }));
	});

	test('takes names, a list or field IDs for a template chosen per item', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: json('={{ $json.template }}', '={{ $json.values }}'),
			items: itemsOf(
				{ template: 'named', values: { name: 'Ana', day: 'Monday' } },
				{ template: 'numbered', values: ['Ben', 2] },
				{ template: 'numbered', values: '{"body_1": "Cem", "body_2": "Friday"}' },
			),
		});
		expect(outputs[0]).toHaveLength(3);
		expect((await bench.phone(ANA)).map(({ body }) => body)).toEqual([
			'Hi Ana, it is Monday today.',
			'Hi Ben, it is 2 today.',
			'Hi Cem, it is Friday today.',
		]);
	});

	test('checks them as it checks the form', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { ...json('named', '={{ $json.values }}'), to: 'nobody' },
			items: itemsOf({ values: { name: 'Ana', weather: 'fine' } }, { values: '{name' }),
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]?.map(({ json: { details } }) => details)).toMatchObject([
			{
				problems: [
					{ field: 'To' },
					{ field: expect.stringMatching(/^Body {{day}}/), message: 'must not be empty' },
					{ field: 'Template Variables', message: expect.stringContaining('"weather" cannot be set') },
				],
			},
			{ problems: [{ field: 'To' }, { field: 'Template Variables (JSON)', message: expect.stringContaining('must be a JSON object') }] },
		]);
		expect(await bench.writes()).toEqual([]);
	});
});
