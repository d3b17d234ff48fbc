import { buildTemplate } from '../../../../core/template/build';
import { parseDefinition } from '../../../../core/template/definition';
import { problemsOf } from '../../message/problemsOf';
import { definitionOf, NOW } from '../definitions';

function withButtons(...buttons: object[]) {
	return parseDefinition(definitionOf({ type: 'BUTTONS', buttons }));
}

test('copies a code', () => {
	const definition = withButtons(
		{ type: 'QUICK_REPLY', text: 'No' },
		{ type: 'COPY_CODE', text: 'Copy' },
	);
	const values = { button_1_code: ' SPRING25 ' };
	expect(buildTemplate({ now: NOW, definition, values }).template.components).toEqual([
		{
			type: 'button',
			sub_type: 'copy_code',
			index: '1',
			parameters: [{ type: 'coupon_code', coupon_code: 'SPRING25' }],
		},
	]);
});

test.each(['SPRING-25', 'SPRING 25', 'FRÜH'])('refuses the code %j', (button_0_code) => {
	const definition = withButtons({ type: 'COPY_CODE', text: 'Copy' });
	expect(problemsOf(() => buildTemplate({ now: NOW, definition, values: { button_0_code } }))).toEqual([
		{ field: 'Button 1 "Copy" Coupon Code', message: 'must have letters and digits only' },
	]);
});

describe('URL suffix', () => {
	const definition = withButtons({
		type: 'URL',
		text: 'Go',
		url: 'https://shop.example/t?to={{1}}',
	});
	const field = 'Button 1 "Go" URL Ending: "shop.example/t?to=▢"';

	test.each([
		[
			'https://shop.example/t?to=1001',
			'must be only what follows https://shop.example/t?to=, not the whole address',
		],
		['10 01', 'must not have blanks; write a space as %20'],
		['10\n01', 'must not have blanks; write a space as %20'],
	])('refuses %j', (button_0_url, message) => {
		expect(problemsOf(() => buildTemplate({ now: NOW, definition, values: { button_0_url } }))).toEqual([
			{ field, message },
		]);
	});

	test('may be the whole address where the definition has no start', () => {
		const values = { button_0_url: 'https://other.example' };
		const whole = withButtons({ type: 'URL', text: 'Go', url: '{{1}}' });
		expect(problemsOf(() => buildTemplate({ now: NOW, definition: whole, values }))).toEqual([]);
	});

	test('may be another address', () => {
		const values = { button_0_url: 'https://other.example' };
		expect(problemsOf(() => buildTemplate({ now: NOW, definition, values }))).toEqual([]);
	});
});

test.each([
	{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550100200' },
	{ type: 'URL', text: 'Shop', url: 'https://shop.example' },
	{ type: 'SPM', text: 'View' },
	{ type: 'REQUEST_CONTACT_INFO' },
	{ type: 'CATALOG', text: 'View' },
	{ type: 'VOICE_CALL', text: 'Call now' },
	{ type: 'HOLOGRAM', text: 'Look' },
])('sends nothing for the button $type', (button) => {
	expect(
		buildTemplate({ now: NOW, definition: withButtons(button), values: {} }).template,
	).not.toHaveProperty('components');
});
