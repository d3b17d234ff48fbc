import { decodeReference } from '../../../core/journey/reference';
import { ANA } from '../setup';
import { tap, useQuestion } from './sendAndWaitQuestion';

const { bench, ask, references, resume, tapIds } = useQuestion();

describe('Message: Send and Wait for Reply, ways to ask', () => {
	test('a list has an output per row, or one for all', async () => {
		const list = {
			to: ANA,
			responseType: 'list',
			message: 'When?',
			buttonText: 'Choose',
			sections: {
				section: [
					{ title: 'Today', rows: { row: [{ title: '10 to 12' }, { title: '12 to 14', id: 'noon', description: 'Free' }] } },
					{ title: 'Tomorrow', rows: { row: [{ title: 'All day' }] } },
				],
			},
		};
		const separate = await ask(list);
		const [, noon] = await tapIds();
		const first = await resume(separate.run.data, { event: tap(noon), parameters: list });
		expect(first.workflowData?.map((items) => items.length)).toEqual([0, 1, 0, 0, 0, 0]);
		expect(first.workflowData?.[1]?.[0]?.json.answer).toMatchObject({ id: 'noon', title: '12 to 14' });

		await bench.control('/reset', {});
		await bench.control(`/phones/${ANA}/text`, { text: 'hello' });
		const single = { ...list, answerOutputs: 'single' };
		const asked = await ask(single);
		const [, , allDay] = await tapIds();
		const second = await resume(asked.run.data, { event: tap(allDay), parameters: single });
		expect(second.workflowData?.map((items) => items.length)).toEqual([1, 0, 0, 0]);
		expect(second.workflowData?.[0]?.[0]?.json.answer).toMatchObject({ id: 'All day' });
	});

	test('an approval says approved or not', async () => {
		const approval = { to: ANA, responseType: 'approval', message: 'Refund $40?', approvalOptions: { values: { approvalType: 'double', disapproveLabel: 'No' } } };
		const { run } = await ask(approval);
		const [yes, no] = await tapIds();
		const approved = await resume(run.data, { event: tap(yes), parameters: approval });
		expect(approved.workflowData?.[0]?.[0]?.json).toMatchObject({ approved: true, answer: { id: 'approve', title: 'Approve' } });
		const declined = await resume(run.data, { event: tap(no), parameters: approval });
		expect(declined.workflowData?.[1]?.[0]?.json).toMatchObject({ approved: false, answer: { id: 'decline', title: 'No' } });
	});

	test('asks by the quick replies of a template, whose payloads are references', async () => {
		const template = { name: 'cod_confirmation', language: 'en_US', category: 'UTILITY', components: [
			{ type: 'BODY', text: 'Hello {{1}}, shall we deliver?', example: { body_text: [['Ana']] } },
			{ type: 'BUTTONS', buttons: [
				{ type: 'URL', text: 'See order', url: 'https://shop.example/orders' },
				{ type: 'QUICK_REPLY', text: 'Yes, deliver' },
				{ type: 'QUICK_REPLY', text: 'No, thanks' },
			] },
		] };
		await bench.template(template);
		const parameters = {
			to: ANA,
			responseType: 'template',
			template: { __rl: true, mode: 'name', value: 'cod_confirmation|en_US' },
			variablesAsJson: true,
			variablesJson: '{"body_1": "Ana", "button_1_payload": "deliver"}',
			quickReplies: 'Yes, No',
		};
		const { run, error } = await ask(parameters);
		expect(error).toBeUndefined();
		const payloads = (await references()).filter(({ option }) => option !== undefined);
		expect(payloads.map(({ option }) => option)).toEqual([0, 1]);
		const buttons = (await bench.phone(ANA)).at(-1)?.buttons ?? [];
		const payload = (title: string) => buttons.find((button) => button.title === title)?.payload;
		expect(payload('No, thanks')?.length).toBeLessThanOrEqual(128);
		const tapped = { ...tap(payload('Yes, deliver')), type: 'button', replyTitle: 'Yes, deliver' };
		const { workflowData } = await resume(run.data, { event: tapped, parameters });
		expect(workflowData?.map((items) => items.length)).toEqual([1, 0, 0, 0, 0]);
		expect(workflowData?.[0]?.[0]?.json).toMatchObject({
			question: { type: 'template', text: 'Hello Ana, shall we deliver?' },
			answer: { type: 'tap', id: 'deliver', title: 'Yes, deliver' },
		});
		const other = await ask({ ...parameters, quickReplies: 'Yes' });
		expect(other.error?.message).toMatch(/2 choices.*1 output/);
	});

	test('asks by a Flow, whose token is the reference', async () => {
		const parameters = {
			to: ANA,
			responseType: 'flow',
			message: 'Tell us why',
			buttonText: 'Return',
			flow: { __rl: true, mode: 'id', value: '1234567890' },
		};
		const { run, error } = await ask(parameters);
		expect(error).toBeUndefined();
		const [sent] = (await bench.sent()) as Array<{ interactive: { action: { parameters: { flow_token: string } } } }>;
		const token = sent?.interactive.action.parameters.flow_token ?? '';
		expect(decodeReference(token)).toBeDefined();
		const flow = { name: 'flow', token, response: { flow_token: token, reason: 'too small' } };
		const { workflowData } = await resume(run.data, { event: tap(undefined, { flow, text: 'Sent' }), parameters });
		expect(workflowData?.map((items) => items.length)).toEqual([1, 0, 0, 0]);
		expect(workflowData?.[0]?.[0]?.json.answer).toEqual({ type: 'flow', text: 'Sent', value: { reason: 'too small' } });
	});

	test.each([
		['819012345678', 'Asia/Tokyo'],
		['14155550100', 'America/Los_Angeles'],
	])('reads days as they are where %s is', async (phone, zone) => {
		await bench.control('/phones', { name: 'Yuki', phone });
		await bench.control(`/phones/${phone}/text`, { text: 'hello' });
		const { run, error } = await ask({ to: `+${phone}`, responseType: 'freeText', message: 'When?', accepts: ['text'], textRule: 'date' });
		expect(error).toBeUndefined();
		expect(JSON.stringify(run.data.executionData?.contextData)).toContain(`\\"zone\\":\\"${zone}\\"`);
	});
});
