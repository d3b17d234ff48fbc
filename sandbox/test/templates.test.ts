import { SEED } from '../src';
import { expectRefusal, useBench, type Answer, type GraphBody } from './support/bench';
import { until } from './support/until';

const bench = useBench();
const path = `/${SEED.wabaId}/message_templates`;
const chars = (count: number) => 'x'.repeat(count);
const body = (text = 'Thank you for the order.') => ({ type: 'BODY', text });
const handle = { header_handle: ['4::aW'] };
const image = { type: 'HEADER', format: 'IMAGE', example: handle };

let made = 0;
const create = (definition: object): Promise<Answer> => {
	made += 1;
	const base = { name: `sample_${made}`, language: 'en_US', category: 'UTILITY', components: [body()] };
	return bench.current.graph.post<GraphBody>(path, { ...base, ...definition });
};
const withComponents = (...components: object[]) => create({ components });
const withButtons = (...buttons: object[]) => withComponents(body(), { type: 'BUTTONS', buttons });
const quick = (index: number) => ({ type: 'QUICK_REPLY', text: `Answer ${index}` });
const url = { type: 'URL', text: 'Open', url: 'https://example.com' };
const phone = { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100200' };
const code = { type: 'COPY_CODE', example: 'SAVE20' };
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

/** A definition at the limit is taken, one beyond it refused with 100. */
function limitTest(input: {
	name: string;
	limit: number;
	make: (count: number) => Promise<Answer>;
	subcode?: number;
}): void {
	test(`${input.name}: ${input.limit} go, ${input.limit + 1} do not`, async () => {
		expect((await input.make(input.limit)).data.error).toBeUndefined();
		expectRefusal(await input.make(input.limit + 1), { code: 100, subcode: input.subcode });
	});
}

describe('create', () => {
	test('answers PENDING; approved right after, and told by webhook', async () => {
		await bench.current.subscribe();
		const { data, status } = await create({ name: 'order_thanks' });
		expect({ status, data }).toEqual({
			status: 200,
			data: { id: expect.stringMatching(/^\d{15}$/), status: 'PENDING', category: 'UTILITY' },
		});
		expect((await bench.current.graph.get<GraphBody>(`/${data.id}`)).data.status).toBe('APPROVED');
		const [value] = await until('the review', () => {
			const values = bench.current.receiver.values('message_template_status_update');
			return values.length > 0 && values;
		});
		expect(value).toMatchObject({
			event: 'APPROVED',
			message_template_name: 'order_thanks',
			message_template_id: Number(data.id),
		});
	});

	test('stays PENDING with autoApprove off, until it is reviewed', async () => {
		await bench.current.control.post('/settings', { autoApprove: false });
		const { data } = await create({});
		expect((await bench.current.graph.get<GraphBody>(`/${data.id}`)).data.status).toBe('PENDING');
		await bench.current.control.post(`/templates/${data.id}/review`, { status: 'REJECTED', reason: 'SCAM' });
		const reviewed = await bench.current.graph.get<GraphBody>(`/${data.id}`, {
			params: { fields: 'status,rejected_reason' },
		});
		expect(reviewed.data).toEqual({ id: data.id, status: 'REJECTED', rejected_reason: 'SCAM' });
	});

	test('refuses the same name in the same language, takes it in another', async () => {
		await create({ name: 'twice' });
		expectRefusal(await create({ name: 'twice' }), { code: 100, subcode: 2388024 });
		expect((await create({ name: 'twice', language: 'de' })).status).toBe(200);
	});

	test.each([
		['a name in capitals', { name: 'Order' }],
		['a name with a hyphen', { name: 'order-thanks' }],
		['no name', { name: undefined }],
		['no language', { language: undefined }],
		['a language that is none', { language: 'english' }],
		['an unknown category', { category: 'SERVICE' }],
		['no components', { components: [] }],
		['no body', { components: [{ type: 'FOOTER', text: 'a' }] }],
		['two bodies', { components: [body(), body()] }],
		['an unknown component', { components: [body(), { type: 'TAIL' }] }],
		['an unknown key', { colour: 'red' }],
		['an unknown parameter format', { parameter_format: 'LOOSE' }],
	])('100 for %s', async (_name, definition) => {
		expectRefusal(await create(definition), { code: 100 });
	});

	test.each([
		['a variable at the start', body('{{1}} is here'), 2388299],
		['a variable at the end', body('Here is {{1}}'), 2388299],
		['variables that touch', { ...body('Hi {{1}} {{2}} there'), example: { body_text: [['a', 'b']] } }, 2388072],
		['a body without examples', body('Hi {{1}} there'), 2388072],
		['too few examples', { ...body('Hi {{1}} and {{2}} there'), example: { body_text: [['a']] } }, 2388072],
		['a gap in the numbers', { ...body('Hi {{1}} and {{3}} there'), example: { body_text: [['a', 'b']] } }, 2388072],
		['a name where numbers are expected', { ...body('Hi {{name}} there'), example: { body_text: [['a']] } }, 2388072],
		['an empty body', body(''), 2388072],
	])('100 for %s, with its subcode', async (_name, component, subcode) => {
		expectRefusal(await withComponents(component), { code: 100, subcode });
	});

	test.each([
		[
			'two variables',
			{ type: 'HEADER', format: 'TEXT', text: 'A {{1}} b {{2}} c', example: { header_text: ['a', 'b'] } },
		],
		['a variable without an example', { type: 'HEADER', format: 'TEXT', text: 'A {{1}} b' }],
		['a picture without a handle', { type: 'HEADER', format: 'IMAGE' }],
		['no text', { type: 'HEADER', format: 'TEXT' }],
	])('100 for a header with %s', async (_name, header) => {
		expectRefusal(await withComponents(header, body()), { code: 100, subcode: 2388047 });
	});

	test('named variables need lower case and an example each', async () => {
		const named = (text: string, ...params: string[]) =>
			create({
				parameter_format: 'NAMED',
				components: [
					{
						...body(text),
						example: { body_text_named_params: params.map((name) => ({ param_name: name, example: 'a' })) },
					},
				],
			});
		expect((await named('Hi {{first_name}} there', 'first_name')).status).toBe(200);
		expectRefusal(await named('Hi {{firstName}} there', 'firstName'), { code: 100, subcode: 2388072 });
		expectRefusal(await named('Hi {{first_name}} there', 'name'), { code: 100, subcode: 2388072 });
	});

	test('100 for a footer with a variable', async () => {
		expectRefusal(await withComponents(body(), { type: 'FOOTER', text: 'By {{1}} here' }), {
			code: 100,
			subcode: 2388073,
		});
	});

	limitTest({ name: 'name', limit: 512, make: (n) => create({ name: chars(n) }) });
	limitTest({ name: 'body', limit: 1024, make: (n) => withComponents(body(chars(n))), subcode: 2388040 });
	limitTest({
		name: 'header',
		limit: 60,
		make: (n) => withComponents({ type: 'HEADER', format: 'TEXT', text: chars(n) }, body()),
		subcode: 2388040,
	});
	limitTest({
		name: 'footer',
		limit: 60,
		make: (n) => withComponents(body(), { type: 'FOOTER', text: chars(n) }),
		subcode: 2388040,
	});
	limitTest({ name: 'buttons', limit: 10, make: (n) => withButtons(...many(n, quick)) });
	limitTest({ name: 'URL buttons', limit: 2, make: (n) => withButtons(...many(n, () => url)) });
	limitTest({ name: 'phone buttons', limit: 1, make: (n) => withButtons(...many(n, () => phone)) });
	limitTest({ name: 'copy code buttons', limit: 1, make: (n) => withButtons(...many(n, () => code)) });
	limitTest({ name: 'button text', limit: 25, make: (n) => withButtons({ type: 'QUICK_REPLY', text: chars(n) }) });
	limitTest({
		name: 'URL length',
		limit: 2000,
		make: (n) => withButtons({ ...url, url: `https://e.com/${chars(n - 14)}` }),
	});
	limitTest({
		name: 'phone number length',
		limit: 20,
		make: (n) => withButtons({ ...phone, phone_number: '1'.repeat(n) }),
	});
	limitTest({ name: 'copy code example', limit: 20, make: (n) => withButtons({ ...code, example: chars(n) }) });
	limitTest({
		name: 'carousel cards',
		limit: 10,
		make: (n) =>
			withComponents(body(), {
				type: 'CAROUSEL',
				cards: many(n, () => ({ components: [{ type: 'HEADER', format: 'IMAGE', example: handle }, body()] })),
			}),
	});
	limitTest({
		name: 'card body',
		limit: 160,
		make: (n) => withComponents(body(), { type: 'CAROUSEL', cards: [{ components: [image, body(chars(n))] }] }),
		subcode: 2388040,
	});
	limitTest({
		name: 'limited time offer body',
		limit: 600,
		make: (n) =>
			create({
				category: 'MARKETING',
				components: [
					body(chars(n)),
					{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now', has_expiration: true } },
				],
			}),
		subcode: 2388040,
	});

	test('buttons: quick replies stay together, URLs have one variable at the end with an example', async () => {
		expect((await withButtons(quick(1), quick(2), url)).status).toBe(200);
		expect((await withButtons(url, quick(1))).status).toBe(200);
		expectRefusal(await withButtons(quick(1), url, quick(2)), { code: 100, details: 'grouped' });
		expectRefusal(await withButtons(url, quick(1), phone), { code: 100, details: 'grouped' });
		expectRefusal(await withButtons({ ...url, url: 'https://e.com/{{1}}' }), { code: 100, details: 'example' });
		expectRefusal(await withButtons({ ...url, url: 'https://e.com/{{1}}/a', example: ['a'] }), {
			code: 100,
			details: 'end',
		});
		expectRefusal(await withButtons({ ...url, url: 'e.com' }), { code: 100, details: 'http' });
		expectRefusal(await withButtons({ type: 'DANCE', text: 'a' }), { code: 100, details: 'type' });
		expectRefusal(await withButtons(), { code: 100, details: 'empty' });
	});

	test('keywords are read in any case', async () => {
		const answer = await create({
			category: 'utility',
			components: [
				{ type: 'body', text: 'Hello there' },
				{ type: 'buttons', buttons: [{ type: 'quick_reply', text: 'Yes' }] },
			],
		});
		expect(answer.data.category).toBe('UTILITY');
	});
});

describe('list, get, delete', () => {
	const list = async (params: object = {}) => (await bench.current.graph.get<GraphBody>(path, { params })).data;

	test('25 to a page; next leads through all of them, previous back', async () => {
		for (const index of many(60, (each) => each)) await create({ name: `page_${index}` });
		const names: unknown[] = [];
		let page = await list();
		expect(page.data).toHaveLength(25);
		expect(page.paging?.previous).toBeUndefined();
		names.push(...page.data.map(({ name }) => name));
		while (page.paging?.next) {
			page = (await bench.current.graph.get<GraphBody>(page.paging.next)).data;
			names.push(...page.data.map(({ name }) => name));
		}
		expect(names).toEqual(many(60, (index) => `page_${index}`));
		const back = (await bench.current.graph.get<GraphBody>(page.paging?.previous ?? '')).data;
		expect(back.data.map(({ name }) => name)).toEqual(many(25, (index) => `page_${index + 25}`));
	});

	test('limit and after; 131059 for a cursor that is none, 100 for a limit that is none', async () => {
		for (const name of ['one', 'two', 'three']) await create({ name });
		const first = await list({ limit: 2, fields: 'name' });
		expect(first.data.map(({ name }) => name)).toEqual(['one', 'two']);
		const second = await list({ limit: 2, fields: 'name', after: first.paging?.cursors.after });
		expect(second.data).toEqual([{ name: 'three', id: expect.any(String) }]);
		expect(second.paging?.next).toBeUndefined();
		expectRefusal(await bench.current.graph.get(path, { params: { after: 'nonsense' } }), { code: 131059 });
		expectRefusal(await bench.current.graph.get(path, { params: { limit: 'all' } }), { code: 100 });
	});

	test('filters by part of the name, by status, language and category', async () => {
		await bench.current.template({
			name: 'order_shipped',
			language: 'en_US',
			category: 'UTILITY',
			components: [body()],
		});
		await bench.current.template(
			{ name: 'order_shipped', language: 'de', category: 'UTILITY', components: [body()] },
			'REJECTED',
		);
		await bench.current.template({ name: 'promo', language: 'de', category: 'MARKETING', components: [body()] });
		const found = async (params: object) =>
			(await list(params)).data.map(({ name, language }) => `${String(name)} ${String(language)}`);
		expect(await found({ name: 'shipped' })).toEqual(['order_shipped en_US', 'order_shipped de']);
		expect(await found({ status: 'APPROVED' })).toEqual(['order_shipped en_US', 'promo de']);
		expect(await found({ language: 'de', category: 'UTILITY' })).toEqual(['order_shipped de']);
		expect(await list({ name: 'nothing' })).toEqual({ data: [] });
	});

	test('deletes all languages by name, one by hsm_id', async () => {
		const ids: string[] = [];
		for (const language of ['en_US', 'de', 'es']) ids.push((await create({ name: 'gone', language })).data.id);
		await bench.current.graph.delete(path, { params: { name: 'gone', hsm_id: ids[0] } });
		expect((await list()).data.map(({ language }) => language)).toEqual(['de', 'es']);
		await bench.current.graph.delete(path, { params: { name: 'gone' } });
		expect((await list()).data).toEqual([]);
		expectRefusal(await bench.current.graph.delete(path, { params: { name: 'gone' } }), {
			code: 100,
			subcode: 2593002,
		});
		expectRefusal(await bench.current.graph.delete(path), { code: 100, details: 'name' });
		expectRefusal(await bench.current.graph.get(`/${ids[0]}`), { code: 100, subcode: 33 });
	});
});
