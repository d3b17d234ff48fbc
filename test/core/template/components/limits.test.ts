import { buildTemplate } from '../../../../core/template/build';
import { parseDefinition } from '../../../../core/template/definition';
import { problemsOf } from '../../message/problemsOf';
import { definitionOf, NOW } from '../definitions';

const offer = {
	type: 'LIMITED_TIME_OFFER',
	limited_time_offer: { text: 'Spring', has_expiration: false },
};
const header = { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' };
const body = { type: 'BODY', text: 'Hello {{1}}' };
const url = {
	type: 'BUTTONS',
	buttons: [{ type: 'URL', text: 'Go', url: 'https://shop.example/{{1}}' }],
};
const code = { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', text: 'Copy' }] };

test.each([
	['a header', [header], 'header_1', 54, 'Header with its values filled in', 61, 60],
	['a body', [body], 'body_1', 1018, 'Body with its values filled in', '1,025', '1,024'],
	['a body of an offer', [offer, body], 'body_1', 594, 'Body with its values filled in', 601, 600],
	[
		'an address',
		[url],
		'button_0_url',
		1979,
		'Button 1 "Go" URL Ending: "shop.example/▢"',
		'2,001',
		'2,000',
	],
	['a coupon code', [code], 'button_0_code', 20, 'Button 1 "Copy" Coupon Code', 21, 20],
	[
		'a coupon code of an offer',
		[offer, code],
		'button_0_code',
		15,
		'Button 1 "Copy" Coupon Code',
		16,
		15,
	],
])('%s is limited with its value', (_, components, id, longest, field, count, max) => {
	const definition = parseDefinition(definitionOf(...components));
	const build = (length: number) =>
		buildTemplate({ now: NOW, definition, values: { [id]: 'x'.repeat(length) } });
	expect(problemsOf(() => build(longest))).toEqual([]);
	expect(problemsOf(() => build(longest + 1))).toEqual([
		{ field, message: `has ${count} characters, at most ${max} are allowed` },
	]);
});
