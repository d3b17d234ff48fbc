import fc from 'fast-check';
import { SEED } from '../src';
import { NUMBER, useBench } from './support/bench';

const bench = useBench();

/** Words that rules look for, so that generated bodies get past the first check. */
const words = fc.constantFrom(
	...[
		'type',
		'text',
		'body',
		'id',
		'link',
		'name',
		'language',
		'code',
		'components',
		'parameters',
		'index',
		'sub_type',
		'url',
		'buttons',
	],
	...[
		'HEADER',
		'BODY',
		'BUTTONS',
		'CAROUSEL',
		'button',
		'list',
		'header',
		'action',
		'sections',
		'rows',
		'cards',
		'card_index',
		'flow',
		'carousel',
		'product_list',
		'order_details',
		'order_status',
		'pin',
		'limited_time_offer',
		'LIMITED_TIME_OFFER',
		'image',
		'format',
		'example',
	],
	...[
		'sample',
		'en_US',
		'UTILITY',
		'reply',
		'title',
		'interactive',
		'template',
		'0',
		'{{1}}',
		'__proto__',
		'constructor',
		'',
	],
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 5, withCrossShrink: true },
		words,
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
		fc.array(tie('value'), { maxLength: 3 }),
		fc.array(fc.tuple(words, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
	),
})).value;
const type = fc.constantFrom(
	'text',
	'image',
	'document',
	'location',
	'contacts',
	'reaction',
	'interactive',
	'template',
	'audio',
);

test('no message body makes the emulator fail: it is accepted or refused', async () => {
	const components = [
		{ type: 'BODY', text: 'Hi {{1}} there', example: { body_text: [['a']] } },
		{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] },
	];
	await bench.current.template({ name: 'sample', language: 'en_US', category: 'UTILITY', components });
	await fc.assert(
		fc.asyncProperty(type, json, json, async (kind, content, parts) => {
			for (const message of [
				{ type: kind, [kind]: content },
				{ type: 'interactive', interactive: { type: 'button', body: { text: 'a' }, action: parts, header: content } },
				{ type: 'interactive', interactive: { type: 'carousel', body: { text: 'a' }, action: { cards: parts } } },
				{
					type: 'interactive',
					interactive: {
						type: 'order_details',
						body: { text: 'a' },
						action: { name: 'review_and_pay', parameters: parts },
					},
				},
				{ type: 'pin', pin: content, recipient_type: 'group', to: SEED.groups[0]?.id },
				{ type: 'template', template: { name: 'sample', language: { code: 'en_US' }, components: parts } },
				{
					type: 'template',
					template: {
						name: 'sample',
						language: { code: 'en_US' },
						components: [{ type: 'button', index: content, sub_type: 'quick_reply', parameters: parts }],
					},
				},
			]) {
				expect((await bench.current.send(message)).status).toBeLessThan(500);
			}
		}),
		{ numRuns: 150 },
	);
	expect((await bench.current.control.get('/phones/15550123456/messages')).status).toBe(200);
});

test('nor does any template definition, upload field, subscription or control body', async () => {
	await fc.assert(
		fc.asyncProperty(json, json, async (content, parts) => {
			const { graph, control } = bench.current;
			const definition = { name: 'sample', language: 'en_US', category: 'UTILITY', components: parts };
			const answers = [
				await graph.post(`/${SEED.wabaId}/message_templates`, definition),
				await graph.post(`/${SEED.wabaId}/message_templates`, {
					...definition,
					components: [
						{ type: 'BODY', text: 'a', example: content },
						{ type: 'BUTTONS', buttons: parts },
					],
				}),
				await graph.post(`/${NUMBER}/messages`, { messaging_product: 'whatsapp', to: content, recipient: parts }),
				await graph.post(`/${NUMBER}/messages`, { messaging_product: 'whatsapp', status: content, message_id: parts }),
				await bench.current.asApp('POST', `/${SEED.appId}/subscriptions`, {
					object: 'whatsapp_business_account',
					callback_url: 'x',
					verify_token: content,
					fields: parts,
				}),
				await control.post('/settings', { allowList: content, wrong: parts }),
				await control.post('/templates', { definition: content }),
				await control.post('/phones/15550123456/tap', { messageId: content }),
			];
			expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
		}),
		{ numRuns: 80 },
	);
});

test.each([
	'/v25.0/%zz',
	'/v25.0//',
	'/v25.0/',
	'/v25.0/a/b/c/d',
	'/_media/',
	'/_media/1',
	'/_control/phones/%zz/messages',
])('the address %s is refused', async (path) => {
	const { status } = await bench.current.graph.get(`${bench.current.sandbox.url}${path}`);
	expect([400, 404]).toContain(status);
});
