import { ANA, expectRefusal, UMA, useBench } from './support/bench';

const bench = useBench();

const shipped = {
	name: 'order_shipped',
	language: 'en_US',
	category: 'UTILITY',
	components: [
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['#1'] } },
		{ type: 'BODY', text: 'Hi {{1}}, {{2}} has it now.', example: { body_text: [['Ana', 'DHL']] } },
		{ type: 'FOOTER', text: 'Example Shop' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'URL', text: 'Track', url: 'https://t.example/{{1}}', example: ['x'] },
				{ type: 'URL', text: 'Shop', url: 'https://shop.example' },
				{ type: 'QUICK_REPLY', text: 'Stop updates' },
			],
		},
	],
};
const text = (value: unknown, extra: object = {}) => ({ type: 'text', text: value, ...extra });
const header = (...parameters: object[]) => ({ type: 'header', parameters });
const body = (...parameters: object[]) => ({ type: 'body', parameters });
const button = (index: unknown, subType: string, ...parameters: object[]) => ({
	type: 'button',
	sub_type: subType,
	index,
	parameters,
});
const url = button('0', 'url', text('abc'));
const good = [header(text('#7')), body(text('Ana'), text('DHL')), url];
const message = (components: object[] | undefined, name = 'order_shipped', language = 'en_US') => ({
	type: 'template',
	template: { name, language: { code: language }, components },
});
const define = (components: object[], extra: object = {}) =>
	bench.current.template({ name: 'sample', language: 'en_US', category: 'UTILITY', components, ...extra });
const sample = (components?: object[]) => message(components, 'sample');

describe('a template with header, body and buttons', () => {
	beforeEach(() => bench.current.template(shipped));

	test('is accepted with all its parameters, and shown filled in', async () => {
		const stop = button(2, 'QUICK_REPLY', { type: 'payload', payload: 'STOP' });
		const answer = await bench.current.send(message([...good, stop]));
		expect(answer.data.messages[0]?.message_status).toBe('accepted');
		const [shown] = await bench.current.shown();
		expect(shown).toMatchObject({
			type: 'template',
			header: { type: 'text', text: 'Order #7' },
			body: 'Hi Ana, DHL has it now.',
			footer: 'Example Shop',
			template: { name: 'order_shipped', language: 'en_US', category: 'UTILITY' },
			buttons: [
				{ index: 0, type: 'url', title: 'Track', url: 'https://t.example/abc' },
				{ index: 1, type: 'url', title: 'Shop', url: 'https://shop.example' },
				{ index: 2, type: 'quick_reply', title: 'Stop updates', payload: 'STOP' },
			],
		});
	});

	test('a quick reply without a payload carries its text', async () => {
		await bench.current.send(message(good));
		const [shown] = await bench.current.shown();
		expect(shown?.buttons?.[2]?.payload).toBe('Stop updates');
	});

	test('132001 with HTTP 404 for another name or language, and while it is not approved', async () => {
		expectRefusal(await bench.current.send(message(good, 'order_shiped')), {
			code: 132001,
			status: 404,
			details: 'order_shiped',
		});
		expectRefusal(await bench.current.send(message(good, 'order_shipped', 'de')), {
			code: 132001,
			status: 404,
			details: 'de',
		});
		for (const status of ['PENDING', 'REJECTED']) {
			await bench.current.template(shipped, status);
			expectRefusal(await bench.current.send(message(good)), { code: 132001, status: 404 });
		}
	});

	test('132015 while it is paused, 132016 once it is disabled', async () => {
		await bench.current.template(shipped, 'PAUSED');
		expectRefusal(await bench.current.send(message(good)), { code: 132015 });
		await bench.current.template(shipped, 'DISABLED');
		expectRefusal(await bench.current.send(message(good)), { code: 132016 });
	});

	test.each([
		['no components', undefined, 'header'],
		['no header', good.slice(1), 'header'],
		['no body', [good[0], url], 'body'],
		[
			'one body parameter',
			[header(text('#7')), body(text('Ana')), url],
			'params (1) does not match the expected number of params (2)',
		],
		['three body parameters', [header(text('#7')), body(text('a'), text('b'), text('c')), url], 'params (3)'],
		['two header parameters', [header(text('a'), text('b')), body(text('a'), text('b')), url], 'header'],
		['two parameters for a URL', [good[0], good[1], button(0, 'url', text('a'), text('b'))], 'index 0'],
		['a parameter for a URL without a variable', [...good, button(1, 'url', text('a'))], 'index 1'],
	])('132000 for %s', async (_name, components, details) => {
		const given = components?.filter((each) => each !== undefined);
		expectRefusal(await bench.current.send(message(given)), { code: 132000, details });
	});

	test.each([
		['an empty text', [good[0], body(text(''), text('b')), url], 'missing text value'],
		[
			'a picture for a text',
			[good[0], body(text('a'), { type: 'image', image: { link: 'https://e.com/a' } }), url],
			'IMAGE',
		],
		['a text that is a number', [good[0], body(text('a'), text(5)), url], 'missing text value'],
		[
			'a name where variables have numbers',
			[good[0], body(text('a', { parameter_name: 'x' }), text('b')), url],
			'parameter_name',
		],
		['a payload for a URL', [good[0], good[1], button(0, 'url', { type: 'payload', payload: 'a' })], 'expected text'],
		['an empty URL suffix', [good[0], good[1], button(0, 'url', text(''))], 'index 0'],
		['an empty payload', [...good, button(2, 'quick_reply', { type: 'payload', payload: '' })], 'index 2'],
	])('132012 for %s', async (_name, components, details) => {
		expectRefusal(await bench.current.send(message(components.filter((each) => each !== undefined))), {
			code: 132012,
			details,
		});
	});

	test.each([
		['a line break', [good[0], body(text('a\nb'), text('b')), url], 'new-line'],
		['a tab', [good[0], body(text('a\tb'), text('b')), url], 'new-line'],
		['five spaces', [good[0], body(text('a     b'), text('b')), url], 'spaces'],
		['a space in the URL suffix', [good[0], good[1], button(0, 'url', text('a b'))], 'spaces'],
		['a button that is not there', [...good, button(3, 'url', text('a'))], 'index 3'],
		['a button given twice', [...good, url], 'twice'],
		['a body given twice', [...good, good[1]], 'twice'],
		[
			'another kind of button',
			[good[0], good[1], button(0, 'quick_reply', { type: 'payload', payload: 'a' })],
			'sub_type',
		],
	])('132018 for %s', async (_name, components, details) => {
		expectRefusal(await bench.current.send(message(components.filter((each) => each !== undefined))), {
			code: 132018,
			details,
		});
	});

	test('131008 for a URL button without its suffix and for a button without an index', async () => {
		expectRefusal(await bench.current.send(message(good.slice(0, 2))), { code: 131008, details: 'index 0' });
		const nowhere = { type: 'button', sub_type: 'url', parameters: [text('a')] };
		expectRefusal(await bench.current.send(message([...good.slice(0, 2), nowhere])), {
			code: 131008,
			details: 'index',
		});
	});

	test('131009 for an unknown component and an index that is no number, 100 for an unknown key', async () => {
		expectRefusal(await bench.current.send(message([...good, { type: 'tail', parameters: [] }])), {
			code: 131009,
			details: 'type',
		});
		expectRefusal(await bench.current.send(message([...good, button('two', 'quick_reply')])), {
			code: 131009,
			details: 'index',
		});
		expectRefusal(await bench.current.send(message([...good, { ...url, colour: 'red' }])), {
			code: 100,
			details: 'colour',
		});
	});

	test('a URL of 2000 characters goes, one of 2001 does not', async () => {
		const room = 2000 - 'https://t.example/'.length;
		const withSuffix = (length: number) => message([...good.slice(0, 2), button(0, 'url', text('x'.repeat(length)))]);
		expect((await bench.current.send(withSuffix(room))).status).toBe(200);
		expectRefusal(await bench.current.send(withSuffix(room + 1)), { code: 131009, details: '2000' });
	});

	test('132005 when the filled text gets longer than 60 and 1024 characters', async () => {
		const filled = (headerLength: number, bodyLength: number) =>
			message([header(text('h'.repeat(headerLength))), body(text('b'.repeat(bodyLength)), text('c')), url]);
		const headerRoom = 60 - 'Order '.length;
		const bodyRoom = 1024 - 'Hi , c has it now.'.length;
		expect((await bench.current.send(filled(headerRoom, bodyRoom))).status).toBe(200);
		expectRefusal(await bench.current.send(filled(headerRoom + 1, bodyRoom)), { code: 132005, details: 'header' });
		expectRefusal(await bench.current.send(filled(headerRoom, bodyRoom + 1)), { code: 132005, details: 'body' });
	});
});

describe('named parameters', () => {
	const example = {
		body_text_named_params: [
			{ param_name: 'first_name', example: 'Ana' },
			{ param_name: 'carrier', example: 'DHL' },
		],
	};
	beforeEach(() =>
		define([{ type: 'BODY', text: 'Hi {{first_name}}, {{carrier}} has it.', example }], { parameter_format: 'NAMED' }),
	);

	test('come in any order', async () => {
		const parameters = [text('DHL', { parameter_name: 'carrier' }), text('Ana', { parameter_name: 'first_name' })];
		await bench.current.sent(sample([body(...parameters)]));
		expect((await bench.current.shown())[0]?.body).toBe('Hi Ana, DHL has it.');
	});

	test('132012 without a name, with an unknown one, with the same twice; 132000 with one missing', async () => {
		const carrier = text('DHL', { parameter_name: 'carrier' });
		expectRefusal(await bench.current.send(sample([body(carrier, text('Ana'))])), {
			code: 132012,
			details: 'name is missing',
		});
		const unknown = text('Ana', { parameter_name: 'name' });
		expectRefusal(await bench.current.send(sample([body(carrier, unknown)])), {
			code: 132012,
			details: '"name" is not defined',
		});
		expectRefusal(await bench.current.send(sample([body(carrier, carrier)])), { code: 132012, details: 'twice' });
		expectRefusal(await bench.current.send(sample([body(carrier)])), { code: 132000 });
	});
});

describe('media and location headers', () => {
	const plain = { type: 'BODY', text: 'Here it is.' };
	const handle = { header_handle: ['4::aW'] };

	test('132012 when the header is missing or of another kind', async () => {
		await define([{ type: 'HEADER', format: 'IMAGE', example: handle }, plain]);
		expectRefusal(await bench.current.send(sample()), { code: 132012, details: 'expected IMAGE, received UNKNOWN' });
		expectRefusal(await bench.current.send(sample([header(text('a'))])), {
			code: 132012,
			details: 'expected IMAGE, received TEXT',
		});
		const document = { type: 'document', document: { link: 'https://e.com/a.pdf' } };
		expectRefusal(await bench.current.send(sample([header(document)])), { code: 132012, details: 'received DOCUMENT' });
		const image = { type: 'image', image: { link: 'https://e.com/a.png' } };
		expectRefusal(await bench.current.send(sample([header(image, image)])), { code: 132000, details: 'header' });
		await bench.current.sent(sample([header(image)]));
		expect((await bench.current.shown())[0]?.header).toEqual({ type: 'image', mediaUrl: 'https://e.com/a.png' });
	});

	test('a document header takes an uploaded PDF, 131053 for an uploaded picture', async () => {
		await define([{ type: 'HEADER', format: 'DOCUMENT', example: handle }, plain]);
		const pdf = await bench.current.upload({
			bytes: Buffer.from('%PDF-1.4'),
			type: 'application/pdf',
			filename: 'invoice.pdf',
		});
		const png = await bench.current.upload({ bytes: Buffer.from('png'), type: 'image/png' });
		const document = (id: string) => sample([header({ type: 'document', document: { id, filename: 'invoice.pdf' } })]);
		expectRefusal(await bench.current.send(document(png.data.id)), { code: 131053, details: 'image/png' });
		await bench.current.sent(document(pdf.data.id));
		expect((await bench.current.shown())[0]?.header).toEqual({
			type: 'document',
			mediaUrl: `${bench.current.sandbox.url}/_control/media/${pdf.data.id}`,
			filename: 'invoice.pdf',
		});
	});

	test('a location header needs a location', async () => {
		await define([{ type: 'HEADER', format: 'LOCATION' }, plain]);
		expectRefusal(await bench.current.send(sample()), { code: 132012, details: 'LOCATION' });
		const location = { latitude: '1.5', longitude: '2.5', name: 'Plaza', address: '1 Street' };
		await bench.current.sent(sample([header({ type: 'location', location })]));
		expect((await bench.current.shown())[0]?.header).toEqual({ type: 'location', text: 'Plaza, 1 Street' });
	});
});

describe('codes', () => {
	test('copy_code: 20 letters and digits go, 21 or other signs do not', async () => {
		await define(
			[
				{ type: 'BODY', text: 'Save now.' },
				{ type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: 'SAVE' }] },
			],
			{ category: 'MARKETING' },
		);
		const coupon = (code: string) => sample([button(0, 'copy_code', { type: 'coupon_code', coupon_code: code })]);
		expectRefusal(await bench.current.send(sample()), { code: 131008, details: 'COPY_CODE' });
		expectRefusal(await bench.current.send(coupon('A'.repeat(21))), { code: 131009, details: 'coupon_code' });
		expectRefusal(await bench.current.send(coupon('SAVE-20')), { code: 131009, details: 'coupon_code' });
		await bench.current.sent(coupon('A'.repeat(20)));
		expect((await bench.current.shown())[0]?.buttons?.[0]).toMatchObject({
			type: 'copy_code',
			payload: 'A'.repeat(20),
		});
	});

	test('a one-time password needs its button and a phone number', async () => {
		const components = [
			{ type: 'BODY', add_security_recommendation: true },
			{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
		];
		await define(components, { category: 'AUTHENTICATION' });
		const code = (value: string) => sample([body(text(value)), button(0, 'url', text(value))]);
		expectRefusal(await bench.current.send({ ...code('123456'), to: undefined, recipient: UMA }), { code: 131062 });
		expectRefusal(await bench.current.send(sample([body(text('1'))])), { code: 131008, details: 'OTP' });
		expectRefusal(await bench.current.send(code('1'.repeat(16))), { code: 131009, details: '15' });
		await bench.current.sent(code('1'.repeat(15)));
		expect((await bench.current.shown(ANA))[0]?.body).toContain('is your verification code');
	});

	test('a carousel is checked card by card', async () => {
		const image = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } };
		const card = { components: [image, { type: 'BODY', text: 'Mug {{1}} here', example: { body_text: [['a']] } }] };
		await define(
			[
				{ type: 'BODY', text: 'New' },
				{ type: 'CAROUSEL', cards: [card, card] },
			],
			{ category: 'MARKETING' },
		);
		const picture = header({ type: 'image', image: { link: 'https://e.com/a.png' } });
		const sentCard = (index: number, ...values: object[]) => ({
			card_index: index,
			components: [picture, body(...values)],
		});
		const cards = (...list: object[]) => sample([{ type: 'carousel', cards: list }]);
		expectRefusal(await bench.current.send(sample()), { code: 132000, details: 'carousel' });
		expectRefusal(await bench.current.send(cards(sentCard(0, text('a')), sentCard(1))), {
			code: 132000,
			details: 'body',
		});
		expectRefusal(await bench.current.send(cards(sentCard(0, text('a')), sentCard(2, text('b')))), {
			code: 132018,
			details: 'card_index 2',
		});
		expect((await bench.current.send(cards(sentCard(0, text('a')), sentCard(1, text('b'))))).status).toBe(200);
	});
});
