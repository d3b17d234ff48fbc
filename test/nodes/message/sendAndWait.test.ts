import type { INodeParameters, IRunExecutionData } from 'n8n-workflow';
import { decodeReference, type Reference } from '../../../core/journey/reference';
import { WhatsAppBusiness } from '../../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { callWebhook, type NodeRun } from '../../harness/engine';
import { ANA, BEN, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendAndWait' };
const COD = {
	to: ANA,
	responseType: 'buttons',
	message: '=Deliver order {{ $json.order }} for cash?',
	buttons: { button: [{ title: 'Confirm', id: 'yes' }, { title: 'Cancel' }] },
};
const [CONFIRMED, CANCELLED, TIMED_OUT, UNDELIVERABLE, OPTED_OUT] = [0, 1, 2, 3, 4];
const TAPPED_AT = '2031-05-04T10:00:09.000Z';

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

async function ask(parameters: INodeParameters = COD): Promise<NodeRun> {
	return await bench.run({ ...operation, parameters, items: itemsOf({ order: '#1001' }) });
}

/** What the sandbox received as the ID of each choice. */
async function references(): Promise<Reference[]> {
	const ids = JSON.stringify(await bench.sent()).match(/wj1\.[\w-]+/g) ?? [];
	return ids.map((id) => {
		const reference = decodeReference(id);
		if (reference === undefined) throw new Error(`${id} is no reference`);
		return reference;
	});
}

async function tapIds(): Promise<string[]> {
	const shown = (await bench.phone(ANA)).at(-1);
	const rows = shown?.list?.sections.flatMap((section) => section.rows) ?? [];
	return [...(shown?.buttons ?? []), ...rows].flatMap(({ id }) => id ?? []);
}

function tap(replyId: string | undefined, more: object = {}): object {
	return { kind: 'message', field: 'messages', type: 'interactive', phone: `+${ANA}`, replyId, replyTitle: 'Seen', messageId: 'wamid.1', timestamp: TAPPED_AT, raw: {}, ...more };
}

/** The waiting node gets an event from the trigger. */
async function resume(waiting: IRunExecutionData, call: { event?: unknown; n?: string; parameters?: INodeParameters }) {
	return await callWebhook({
		node: new WhatsAppBusiness(),
		parameters: { ...operation, ...(call.parameters ?? COD) },
		credential: bench.credential(),
		method: 'POST',
		query: { n: call.n ?? (await references())[0]?.nonce ?? '' },
		body: { event: call.event },
		waiting,
	});
}

describe('Message: Send and Wait for Reply', () => {
	test('asks with a reference in every button and in the callback data, and waits', async () => {
		const { run, outputs } = await ask();
		expect(run.status).toBe('waiting');
		expect(outputs.flat()).toEqual([]);
		const [body] = (await bench.sent()) as Array<{ biz_opaque_callback_data?: string }>;
		expect(body).toMatchObject({
			to: `+${ANA}`,
			interactive: { type: 'button', body: { text: 'Deliver order #1001 for cash?' } },
		});
		const [first, second, callback] = await references();
		expect([first?.option, second?.option, callback?.option]).toEqual([0, 1, undefined]);
		expect(new Set([first?.nonce, second?.nonce, callback?.nonce]).size).toBe(1);
		expect(decodeReference(body?.biz_opaque_callback_data)).toEqual(callback);
		const days = ((run.waitTill?.getTime() ?? 0) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(6.9);
		expect(days).toBeLessThan(7.1);
	});

	test('passes on by Timed Out when the time is over', async () => {
		const { run } = await ask({ ...COD, options: { limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 5, resumeUnit: 'minutes' } } } });
		const minutes = ((run.waitTill?.getTime() ?? 0) - Date.now()) / 60_000;
		expect(minutes).toBeGreaterThan(4.9);
		expect(minutes).toBeLessThan(5.1);
		const [entry] = run.data.executionData?.nodeExecutionStack ?? [];
		expect(entry?.data.main?.map((items) => items?.length ?? 0)).toEqual([0, 0, 1, 0, 0]);
		expect(entry?.data.main?.[TIMED_OUT]?.[0]).toMatchObject({
			json: { timedOut: true, question: { text: 'Deliver order #1001 for cash?' } },
			pairedItem: { item: 0 },
		});
		expect(entry?.metadata).toMatchObject({ forwardAllOutputs: true });
	});

	test('a tap resumes by the output of its button', async () => {
		const { run } = await ask();
		const [, cancelId] = await tapIds();
		const { body, workflowData } = await resume(run.data, { event: tap(cancelId, { replyTitle: 'Cancel' }) });
		expect(body).toEqual({ accepted: true });
		expect(workflowData?.map((items) => items.length)).toEqual([0, 1, 0, 0, 0]);
		const messageId = (await bench.phone(ANA)).at(-1)?.id;
		expect(workflowData?.[CANCELLED]?.[0]).toMatchObject({
			pairedItem: { item: 0 },
			json: {
				question: { type: 'buttons', messageId, to: `+${ANA}`, phoneNumberId: SENDER },
				answer: { type: 'tap', id: 'Cancel', title: 'Cancel' },
				answeredAt: TAPPED_AT,
				messageId: 'wamid.1',
				phone: `+${ANA}`,
			},
		});
	});

	test('the answer carries the ID that the operator gave, and how long it took', async () => {
		const { run } = await ask();
		const [confirmId] = await tapIds();
		const timestamp = new Date(Date.now() + 90_000).toISOString();
		const { workflowData } = await resume(run.data, { event: tap(confirmId, { timestamp }) });
		const json = workflowData?.[CONFIRMED]?.[0]?.json;
		expect(json?.answer).toEqual({ type: 'tap', id: 'yes', title: 'Confirm', text: 'Confirm', value: 'yes' });
		expect(Math.abs(Number(json?.secondsToAnswer) - 90)).toBeLessThan(5);
	});

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

	test.each([
		['from another number', { phone: `+${BEN}` }, 'otherPerson'],
		['that is a text', { type: 'text', replyId: undefined, text: 'what?' }, 'otherKind'],
		['that is a status of another message', { kind: 'status', replyId: undefined, status: 'failed' }, 'otherQuestion'],
	])('goes on waiting after an answer %s', async (_, change, reason) => {
		const { run } = await ask();
		const [confirmId] = await tapIds();
		const { body, workflowData, error } = await resume(run.data, { event: { ...tap(confirmId), ...change } });
		expect(body).toEqual({ accepted: false, reason });
		expect(workflowData).toBeUndefined();
		expect(error).toBeUndefined();
	});

	test('goes on waiting after a tap on an earlier question of the same node', async () => {
		const { run } = await ask();
		const [confirmId] = await tapIds();
		const { body } = await resume(run.data, { event: tap(confirmId), n: 'AAAAAAAA' });
		expect(body).toEqual({ accepted: false, reason: 'otherQuestion' });
	});

	test.each([undefined, null, 'text', 7, [], {}])('never throws: %p in the place of the event', async (event) => {
		const { run } = await ask();
		const { body, error, status } = await resume(run.data, { event });
		expect(error).toBeUndefined();
		expect(status).toBe(200);
		expect(body).toMatchObject({ accepted: false });
	});

	test('takes one item at a time, and says what to do', async () => {
		const { error } = await bench.run({ ...operation, parameters: COD, items: itemsOf({ order: 1 }, { order: 2 }) });
		expect(error?.message).toMatch(/2 items.*sub-workflow/);
		expect(await bench.sent()).toEqual([]);
	});

	test('what was not sent leaves by Undeliverable while On Error continues, never by a button', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { ...COD, message: 'x'.repeat(1025) },
			onError: 'continueRegularOutput',
		});
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 0, 1, 0]);
		expect(outputs[UNDELIVERABLE]?.[0]?.json.error).toMatch(/1,?024/);
		expect(outputs[OPTED_OUT]).toEqual([]);
		expect(await bench.sent()).toEqual([]);
	});

	test.each([
		[{ limitType: 'afterTimeInterval', resumeAmount: 0, resumeUnit: 'hours' }, /future/],
		[{ limitType: 'afterTimeInterval', resumeAmount: 'soon', resumeUnit: 'hours' }, /amount of time/],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T00:00:00Z' }, /future/],
		[{ limitType: 'afterTimeInterval', resumeAmount: 400, resumeUnit: 'days' }, /year/],
	])('refuses the limit %p', async (values, message) => {
		const { error } = await ask({ ...COD, options: { limitWaitTime: { values } } });
		expect(error?.message).toMatch(message);
		expect(await bench.sent()).toEqual([]);
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

	test('leaves by Undeliverable or Opted Out when the question did not arrive', async () => {
		const { run } = await ask();
		const messageId = (await bench.phone(ANA)).at(-1)?.id;
		const failed = (code: number) => ({
			...tap(undefined),
			kind: 'status',
			status: 'failed',
			messageId,
			errors: [{ code, title: 'Title', details: 'Details' }],
		});
		const undeliverable = await resume(run.data, { event: failed(131026) });
		expect(undeliverable.workflowData?.map((items) => items.length)).toEqual([0, 0, 0, 1, 0]);
		expect(undeliverable.workflowData?.[UNDELIVERABLE]?.[0]?.json).toMatchObject({
			undelivered: true,
			failure: { class: 'otherChannel', code: 131026, title: 'Title', details: 'Details' },
		});
		const optedOut = await resume(run.data, { event: failed(131050) });
		expect(optedOut.workflowData?.map((items) => items.length)).toEqual([0, 0, 0, 0, 1]);
		expect(optedOut.workflowData?.[OPTED_OUT]?.[0]?.json).toMatchObject({ optedOut: true, failure: { class: 'suppress' } });
		const delivered = await resume(run.data, { event: { ...failed(0), status: 'delivered' } });
		expect(delivered.body).toEqual({ accepted: false, reason: 'otherKind' });
	});

	test.each([
		[131026, UNDELIVERABLE, { undelivered: true, failure: { class: 'otherChannel', code: 131026 } }],
		[131050, OPTED_OUT, { optedOut: true, failure: { class: 'suppress', code: 131050 } }],
	])('does not wait when Meta refuses with %p', async (code, output, json) => {
		await bench.fault({ times: 1, path: '/messages', code, httpStatus: 400 });
		const { run, outputs, error } = await ask();
		expect(error).toBeUndefined();
		expect(run.status).toBe('success');
		expect(outputs[output]?.[0]?.json).toMatchObject({ ...json, question: { type: 'buttons' } });
		expect(outputs.flat()).toHaveLength(1);
	});

	describe('with a reminder', () => {
		const reminderOf = (values: object) => ({ ...COD, options: { reminder: { values: { amount: 1, unit: 'hours', ...values } } } }) as INodeParameters;

		test('waits in two legs, of which the second runs the node once more with its input', async () => {
			const parameters = reminderOf({ send: 'text', text: 'Well?' });
			const { run } = await ask(parameters);
			const minutes = ((run.waitTill?.getTime() ?? 0) - Date.now()) / 60_000;
			expect(minutes).toBeGreaterThan(59);
			expect(minutes).toBeLessThan(61);
			const stack = run.data.executionData?.nodeExecutionStack ?? [];
			expect(stack.map(({ data }) => data.main?.map((items) => items?.length ?? 0))).toEqual([[0, 0, 0, 0, 0], [1]]);
			expect(stack[1]?.data.main?.[0]?.[0]?.json).toEqual({ order: '#1001' });
			expect(stack[1]?.node).not.toBe(stack[0]?.node);
			const [confirmId] = await tapIds();
			const { body } = await resume(run.data, { event: tap(confirmId), parameters });
			expect(body).toEqual({ accepted: true });
			expect(run.data.executionData?.nodeExecutionStack).toHaveLength(1);
		});

		test.each([
			[{ send: 'text', text: '' }, /needs a text/],
			[{ amount: 0, send: 'question' }, /amount of time/],
			[{ amount: 8, unit: 'days', send: 'question' }, /before the end/],
		])('refuses %p', async (values, message) => {
			const { error } = await ask(reminderOf(values));
			expect(error?.message).toMatch(message);
			expect(await bench.sent()).toEqual([]);
		});
	});

	test('titles may be expressions', async () => {
		const buttons = { button: [{ title: '={{ $json.order.length > 1 ? "Yes" : "No" }}' }, { title: "={{ $('Input').item.json.order }}" }] };
		const { run } = await ask({ ...COD, buttons });
		const [, second] = await tapIds();
		const { workflowData } = await resume(run.data, { event: tap(second), parameters: { ...COD, buttons } });
		expect(workflowData?.map((items) => items.length)).toEqual([0, 1, 0, 0, 0]);
		expect(workflowData?.[1]?.[0]?.json.answer).toMatchObject({ title: '#1001' });
	});
});
