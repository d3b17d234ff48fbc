import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../../sandbox/src';
import { message } from '../../../nodes/WhatsAppBusiness/actions/message';
import { ANA, BEN, useSandbox } from '../setup';

const bench = useSandbox();
const [{ id: groupId } = { id: '' }] = SEED.groups;
const to = `group:${groupId}`;

/** Name nobody (Mark as Read, Preview), or take groups. */
const OTHERS = ['markAsRead', 'previewTemplate', 'pinMessage', 'sendMedia', 'sendTemplate', 'sendText'];

/** Every field with something in it: an empty required one would stop n8n before the node runs. */
function filled(operation: string): INodeParameters {
	const { properties = [] } = message.operations.find(({ value }) => value === operation) ?? {};
	const required = properties.filter((property) => property.required === true);
	return Object.fromEntries(
		required.flatMap(({ type, name }): Array<[string, INodeParameters[string]]> => {
			if (type === 'string') return [[name, '7']];
			return type === 'resourceLocator' ? [[name, { __rl: true, mode: 'id', value: '7' }]] : [];
		}),
	);
}

describe('Message: groups', () => {
	test('everyone in the group gets a text', async () => {
		const { outputs, error } = await bench.run({
			resource: 'message',
			operation: 'sendText',
			parameters: { to, text: 'Hello all' },
		});
		expect(error).toBeUndefined();
		expect(await bench.sent()).toMatchObject([{ recipient_type: 'group', to: groupId, text: { body: 'Hello all' } }]);
		for (const person of [ANA, BEN]) {
			expect((await bench.phone(person)).at(-1)).toMatchObject({ body: 'Hello all', group: { id: groupId } });
		}
		expect(outputs[0]?.[0]?.json).toMatchObject({ to: groupId, messageId: expect.any(String) });
	});

	test('a template of text goes to a group, a carousel does not', async () => {
		const header = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4:a'] } };
		const buttons = { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] };
		const card = { components: [header, { type: 'BODY', text: 'A card' }, buttons] };
		const base = { language: 'en_US', category: 'MARKETING' };
		const body = { type: 'BODY', text: 'Hello all' };
		await bench.template({ ...base, name: 'hello_all', components: [body] });
		await bench.template({ ...base, name: 'cards', components: [body, { type: 'CAROUSEL', cards: [card, card] }] });
		const send = async (name: string) =>
			await bench.run({
				resource: 'message',
				operation: 'sendTemplate',
				parameters: { to, template: { __rl: true, mode: 'name', value: name } },
				onError: 'continueRegularOutput',
			});
		expect((await send('hello_all')).outputs[0]?.[0]?.json).toMatchObject({ to: groupId });
		expect((await send('cards')).outputs[0]?.[0]?.json.details).toMatchObject({
			problems: expect.arrayContaining([{ field: 'To', message: expect.stringContaining('must be a person: groups take') }]),
		});
		expect(await bench.sent()).toHaveLength(1);
	});

	test.each(message.operations.map(({ value }) => value).filter((value) => !OTHERS.includes(value)))(
		'%s refuses a group before any call, and says what groups take',
		async (operation) => {
			const { outputs } = await bench.run({
				resource: 'message',
				operation,
				parameters: { ...filled(operation), to },
				onError: 'continueRegularOutput',
			});
			expect(outputs.flat()[0]?.json.details).toMatchObject({
				problems: expect.arrayContaining([
					{ field: 'To', message: 'must be a person: groups take text, media, templates of text or media, and pins only' },
				]),
			});
			expect(await bench.writes()).toEqual([]);
		},
	);
});
