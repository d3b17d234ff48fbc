import { markTemplate, opensFlow, templateChoices } from '../../../core/journey/referenceTemplate';
import { parseDefinition } from '../../../core/template/definition';
import type { TemplateMessage } from '../../../core/template/message';

const definition = parseDefinition({
	name: 'ask',
	language: 'en',
	components: [
		{ type: 'BODY', text: 'Well?' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'URL', text: 'See', url: 'https://shop.example/{{1}}' },
				{ type: 'FLOW', text: 'Fill in' },
				{ type: 'QUICK_REPLY', text: 'Yes' },
				{ type: 'QUICK_REPLY', text: 'No' },
			],
		},
	],
});

const message: TemplateMessage = {
	type: 'template',
	template: {
		name: 'ask',
		language: { code: 'en' },
		components: [
			{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '1001' }] },
			{ type: 'button', sub_type: 'flow', index: '1', parameters: [{ type: 'action', action: { flow_token: 'unused', flow_action_data: { a: 1 } } }] },
			{ type: 'button', sub_type: 'quick_reply', index: '2', parameters: [{ type: 'payload', payload: 'agreed' }] },
		],
	},
};

test('the choices are the quick replies, with the payloads that were filled in', () => {
	expect(templateChoices(definition, message)).toEqual([{ title: 'Yes', id: 'agreed' }, { title: 'No', id: 'No' }]);
	expect(opensFlow(definition)).toBe(true);
});

test('references take the place of payloads and tokens, and nothing else changes', () => {
	const marked = markTemplate({ definition, message, ids: ['ref-0', 'ref-1'], token: 'ref' });
	expect(marked.template.components).toEqual([
		{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '1001' }] },
		{ type: 'button', sub_type: 'flow', index: '1', parameters: [{ type: 'action', action: { flow_token: 'ref', flow_action_data: { a: 1 } } }] },
		{ type: 'button', sub_type: 'quick_reply', index: '2', parameters: [{ type: 'payload', payload: 'ref-0' }] },
		{ type: 'button', sub_type: 'quick_reply', index: '3', parameters: [{ type: 'payload', payload: 'ref-1' }] },
	]);
	expect(message.template.components?.[2]).toMatchObject({ parameters: [{ payload: 'agreed' }] });
});
