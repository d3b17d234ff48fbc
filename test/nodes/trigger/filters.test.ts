import type { INodeParameters } from 'n8n-workflow';
import type { LiveTrigger } from './liveTrigger';
import { ALL_EVENTS, message, shape, startReceiver, type Receiver } from './receiver';

let trigger: LiveTrigger;
let post: Receiver['post'];

async function start(filters: INodeParameters, events: string[] = ALL_EVENTS): Promise<void> {
	({ trigger, post } = await startReceiver({ events, filters }));
}

afterEach(async () => {
	await trigger.close();
});

describe('filters', () => {
	test.each<[string, INodeParameters, string, string]>([
		['accounts', { wabaIds: '1, 900100200300400' }, 'in_text', 'batch_messages_and_statuses'],
		['message types', { messageTypes: ['image'] }, 'in_image', 'in_text'],
		['button IDs', { buttonIdPrefix: 'conf' }, 'in_interactive_button_reply', 'in_button_template_quick_reply'],
		['words', { textContains: 'blue MUG' }, 'in_text', 'in_text_forwarded'],
		['a pattern', { textPattern: '^is .* mug' }, 'in_text', 'in_text_forwarded'],
		['echoes', { ignoreEchoes: true }, 'in_text', 'smb_message_echoes_text'],
		['groups only', { groupChats: 'only' }, 'in_text_group', 'in_text'],
		['no groups', { groupChats: 'none' }, 'in_text', 'in_text_group'],
	])('by %s', async (title, filters, passing, dropped) => {
		await start(filters);
		expect(await post(shape(passing))).toEqual({ status: 200, text: '' });
		expect(trigger.executions.map((items) => items.length)).toEqual([1]);
		await post(shape(dropped));
		const kept = title === 'accounts' ? [4] : [];
		expect(trigger.executions.slice(1).map((items) => items.length)).toEqual(kept);
	});

	test('by age: Meta delivers late what n8n missed', async () => {
		await start({ maxAgeMinutes: 5 });
		const now = Math.floor(Date.now() / 1000);
		await post(message('old').replace('1794000000', String(now - 6 * 60)));
		await post(message('new').replace('1794000000', String(now - 60)));
		expect(trigger.executions).toEqual([[expect.objectContaining({ text: 'new' })]]);
	});

	test('with a pattern that will not do pass everything, and say so', async () => {
		await start({ textPattern: '(a+)+$' });
		await post(shape('in_text'));
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.logs).toEqual([
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('"Text Matches" is left out') }),
		]);
	});
});
