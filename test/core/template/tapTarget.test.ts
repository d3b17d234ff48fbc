import { buildTemplate } from '../../../core/template/build';
import { parseDefinition } from '../../../core/template/definition';
import { problemsOf } from '../message/problemsOf';
import { definitionOf, NOW } from './definitions';

const definition = parseDefinition(definitionOf({ type: 'BODY', text: 'Hello' }));
const build = (tapTarget: { url: string; title: string }) => buildTemplate({ now: NOW, definition, values: {}, tapTarget });

test('adds the component', () => {
	expect(build({ url: 'https://shop.example/offer', title: 'Offer' }).template.components).toEqual([
		{
			type: 'tap_target_configuration',
			parameters: [
				{
					type: 'tap_target_configuration',
					tap_target_configuration: [{ url: 'https://shop.example/offer', title: 'Offer' }],
				},
			],
		},
	]);
});

test.each([
	[{ url: '', title: 'x' }, 'Tap Target URL', 'must not be empty'],
	[{ url: 'shop.example', title: 'x' }, 'Tap Target URL', '"shop.example" is not a web address; write it with https://'],
	[{ url: 'https://shop.example', title: '' }, 'Tap Target Title', 'must not be empty'],
])('refuses %j', (tapTarget, field, message) => {
	expect(problemsOf(() => build(tapTarget))).toEqual([{ field, message }]);
});
