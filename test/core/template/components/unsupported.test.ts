import { buildTemplate } from '../../../../core/template/build';
import { parseDefinition } from '../../../../core/template/definition';
import { templateFields } from '../../../../core/template/fields';
import { problemsOf } from '../../message/problemsOf';
import { definitionOf, NOW } from '../definitions';

function button(fields: object) {
	return { type: 'BUTTONS', buttons: [fields] };
}

test.each([
	[{ type: 'HEADER', format: 'HOLOGRAM' }, 'a header of the format HOLOGRAM'],
	[{ type: 'HOLOGRAM', text: 'Look at {{1}}' }, 'variables in a component of the type HOLOGRAM'],
	[
		button({ type: 'HOLOGRAM', text: 'Look', target: '{{1}}' }),
		'a variable in Button 1 "Look" of the type HOLOGRAM',
	],
])('refuses a template with %j', (component, name) => {
	const definition = parseDefinition(
		definitionOf({ type: 'BODY', text: 'Hello {{1}}' }, component),
	);
	expect(templateFields(definition).map(({ id }) => id)).toEqual(['body_1']);
	expect(problemsOf(() => buildTemplate({ now: NOW, definition, values: { body_1: 'Ana' } }))).toEqual([
		{
			field: 'Template',
			message: `has ${name}, which is not supported yet; choose another template`,
		},
	]);
});

test.each([
	{ type: 'HOLOGRAM', text: 'Look' },
	{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Spring', has_expiration: false } },
	{ type: 'CALL_PERMISSION_REQUEST' },
])('lets %j pass, which needs no value', (component) => {
	const definition = parseDefinition(definitionOf(component));
	expect(buildTemplate({ now: NOW, definition, values: {} }).template).toEqual({
		name: 'some_template',
		language: { code: 'en' },
	});
});
