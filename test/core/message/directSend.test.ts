import { buildDirectSend, isDirectSendRefusal, type DirectButton } from '../../../core/message/directSend';
import { problemsOf } from './problemsOf';

const body = 'Your parcel is late by a day.';
const reply = (title: string, id = title): DirectButton => ({ type: 'reply', id, title });
const page = (title: string, url = 'https://shop.example/t'): DirectButton => ({ type: 'url', title, url });

test('a text', () => {
	expect(buildDirectSend({ body, buttons: [] })).toEqual({ type: 'text', text: { body }, category: 'utility' });
});

test('a text with a name for its template and a time to live', () => {
	expect(buildDirectSend({ body, buttons: [], templateName: 'order_late', ttlSeconds: 3600 })).toEqual({
		type: 'text',
		text: { body },
		category: 'utility',
		direct_send_config: { template_name: 'order_late' },
		ttl_seconds: 3600,
	});
});

test('reply buttons with header and footer', () => {
	const header = { type: 'image' as const, source: { id: '7' } };
	expect(buildDirectSend({ header, body, footer: 'Shop', buttons: [reply('OK', 'ok-7')] })).toEqual({
		type: 'interactive',
		interactive: {
			type: 'button',
			header: { type: 'image', image: { id: '7' } },
			body: { text: body },
			footer: { text: 'Shop' },
			action: { buttons: [{ type: 'reply', reply: { id: 'ok-7', title: 'OK' } }] },
		},
		category: 'utility',
	});
});

test('one page button alone', () => {
	expect(buildDirectSend({ body, buttons: [page('Track')] })).toMatchObject({
		interactive: {
			type: 'cta_url',
			action: { name: 'cta_url', parameters: { display_text: 'Track', url: 'https://shop.example/t' } },
		},
	});
});

test('both kinds, pages first', () => {
	expect(buildDirectSend({ body, buttons: [reply('OK'), page('Track')] })).toMatchObject({
		interactive: {
			type: 'button',
			action: {
				buttons: [
					{ type: 'cta_url', cta_url: { display_text: 'Track', url: 'https://shop.example/t' } },
					{ type: 'reply', reply: { id: 'OK', title: 'OK' } },
				],
			},
		},
	});
});

const replies = (count: number) => Array.from({ length: count }, (_, index) => reply(`No. ${index}`));
const pages = (count: number) => Array.from({ length: count }, (_, index) => page(`Page ${index}`));

test.each([
	['1024 characters', { body: 'x'.repeat(1024) }, []],
	['1025 characters', { body: 'x'.repeat(1025) }, [['Body', 'has 1,025 characters, at most 1,024 are allowed']]],
	['no text', { body: '' }, [['Body', 'must not be empty']]],
	['10 buttons', { buttons: replies(10) }, []],
	['11 buttons', { buttons: replies(11) }, [['Buttons', 'has 11 buttons, at most 10 are allowed']]],
	['2 pages', { buttons: pages(2) }, []],
	['3 pages', { buttons: pages(3) }, [['Buttons', 'has 3 buttons with a URL, at most 2 are allowed']]],
	['a text of 20', { buttons: [reply('x'.repeat(20))] }, []],
	['a text of 21', { buttons: [reply('x'.repeat(21))] }, [['Button 1 Text', 'has 21 characters, at most 20 are allowed']]],
	['an ID of 256', { buttons: [reply('OK', 'x'.repeat(256))] }, []],
	['an ID of 257', { buttons: [reply('OK', 'x'.repeat(257))] }, [['Button 1 ID', 'has 257 characters, at most 256 are allowed']]],
	['two texts alike', { buttons: [reply('OK', '1'), page('OK')] }, [['Button 2 Text', 'must differ from Button 1 Text; both are "OK"']]],
	['two IDs alike', { buttons: [reply('A', '1'), reply('B', '1')] }, [['Button 2 ID', 'must differ from Button 1 ID; both are "1"']]],
	['no address', { buttons: [page('Go', 'shop')] }, [['Button 1 URL', '"shop" is not a web address; write it with https://']]],
	['a header of 60', { header: { type: 'text' as const, text: 'x'.repeat(60) }, buttons: replies(1) }, []],
	[
		'a header of 61',
		{ header: { type: 'text' as const, text: 'x'.repeat(61) }, buttons: replies(1) },
		[['Header Text', 'has 61 characters, at most 60 are allowed']],
	],
	[
		'a footer without buttons',
		{ footer: 'Shop' },
		[['Buttons', 'must not be empty when there is a header or a footer; add a button, or leave both out']],
	],
	['a name of 512', { templateName: 'x'.repeat(512) }, []],
	['a name of 513', { templateName: 'x'.repeat(513) }, [['Template Name', 'has 513 characters, at most 512 are allowed']]],
	['a name with capitals', { templateName: 'Order' }, [['Template Name', 'must have small letters (a to z), digits and underscores only']]],
	['30 seconds', { ttlSeconds: 30 }, []],
	['29 seconds', { ttlSeconds: 29 }, [['Time to Live (Seconds)', 'must be 30 to 43,200, not 29']]],
	['43200 seconds', { ttlSeconds: '43200' }, []],
	['43201 seconds', { ttlSeconds: 43_201 }, [['Time to Live (Seconds)', 'must be 30 to 43,200, not 43,201']]],
])('%s', (_, input, problems) => {
	expect(problemsOf(() => buildDirectSend({ body, buttons: [], ...input }))).toEqual(
		problems.map(([field, message]) => ({ field, message })),
	);
});

test.each([100, 131064, 132021, 139200, 2388318, 2388330])('%i leaves a template open', (code) => {
	expect(isDirectSendRefusal(code)).toBe(true);
});

test.each([131026, 131047, 190, undefined])('%s does not', (code) => {
	expect(isDirectSendRefusal(code)).toBe(false);
});
