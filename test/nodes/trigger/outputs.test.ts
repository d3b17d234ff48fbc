import { NodeHelpers, Workflow, type INodeParameters } from 'n8n-workflow';
import { WhatsAppBusinessTrigger } from '../../../nodes/WhatsAppBusiness/WhatsAppBusinessTrigger.node';
import { setStage } from '../../harness/engine/scene';
import { startExecution, textsOf } from './processing';
import { ALL_EVENTS } from './receiver';

/** The outputs that the editor draws. */
function drawn(parameters: INodeParameters): unknown[] {
	const node = new WhatsAppBusinessTrigger();
	const stage = setStage({ node, parameters }, { mode: 'internal' });
	expect(stage.workflow).toBeInstanceOf(Workflow);
	return NodeHelpers.getNodeOutputs(stage.workflow, stage.node, node.description).map((output) =>
		typeof output === 'string' ? output : output.displayName,
	);
}

describe('outputs', () => {
	test('there is one unless separate ones are chosen', () => {
		expect(drawn({})).toEqual(['main']);
		expect(drawn({ settings: { separateOutputs: false } })).toEqual(['main']);
	});

	test('separate ones are those of the chosen events', () => {
		expect(drawn({ settings: { separateOutputs: true } })).toEqual(['Messages', 'Replies', 'Orders', 'Consent']);
		expect(drawn({ events: ['statuses', 'other'], settings: { separateOutputs: true } })).toEqual(['Statuses', 'Other']);
		expect(drawn({ events: ALL_EVENTS, settings: { separateOutputs: true } })).toHaveLength(8);
	});

	test('items leave by theirs', async () => {
		const names = ['batch_messages_and_statuses', 'in_order', 'in_interactive_button_reply', 'user_preferences_stop'];
		const settings = { ignoreDuplicates: false };
		const one = await startExecution({ names, settings });
		expect(textsOf(one).map((texts) => texts.length)).toEqual([8]);
		const separate = await startExecution({ names, settings: { ...settings, separateOutputs: true } });
		expect(separate.error).toBeUndefined();
		expect(textsOf(separate)).toEqual([
			['one', 'two', 'other WABA'],
			['Confirm'],
			['Gift wrap please'],
			['delivered', 'read'],
			['User requested to stop marketing messages'],
			[],
			[],
			[],
		]);
	});
});
