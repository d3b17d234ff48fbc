import { encodeReference, withCallbackData, type Reference } from '../../../core/journey/reference';
import { ACCEPTED, PAGE, RUNNING, startOtherServers, TAKEN, type OtherServers, type ResumeReply } from './otherServers';
import { CREDENTIAL, startReceiver, type Receiver } from './receiver';

const ANA = '15550123456';
const NUMBER = '700111222333444';
const REFERENCE: Reference = {
	executionId: '48213',
	nodeId: '3f2b8c1e-9d47-4a60-8f15-0c6e2d7ab901',
	nonce: 'AQIDBAUG',
	by: 'signature',
	proof: 'ab'.repeat(32),
};
const ADDRESS = `/webhook-waiting/48213/3f2b8c1e-9d47-4a60-8f15-0c6e2d7ab901?n=AQIDBAUG&signature=${'ab'.repeat(32)}`;

function bodyOf(value: object): string {
	const changes = [{ field: 'messages', value: { metadata: { phone_number_id: NUMBER }, ...value } }];
	return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '900100200300400', changes }] });
}

let made = 0;

function tap(id: string): object {
	const interactive = { type: 'button_reply', button_reply: { id, title: 'Confirm' } };
	return { from: ANA, id: `wamid.${++made}`, timestamp: '1794000000', type: 'interactive', context: { id: `wamid.question${made}` }, interactive };
}

function status(word: string, callbackData: string): object {
	return { id: 'wamid.9', status: word, timestamp: '1794000000', recipient_id: ANA, biz_opaque_callback_data: callbackData };
}

describe('answers that executions wait for', () => {
	const open: Array<{ close(): Promise<void> }> = [];
	let others: OtherServers;

	async function receiver(settings: object = {}): Promise<Receiver> {
		const given = { ...CREDENTIAL, baseUrl: others.url };
		const made = await startReceiver(
			{ events: ['messages', 'statuses'], settings: { internalBaseUrl: `${others.url}/`, ...settings } },
			given,
		);
		open.push(made.trigger);
		return made;
	}

	beforeEach(async () => {
		others = await startOtherServers();
		open.push(others);
	});

	afterEach(async () => {
		for (const one of open.splice(0)) await one.close();
	});

	const confirm = encodeReference({ ...REFERENCE, option: 1 });

	test('go to the signed address on the internal base URL, and start no execution', async () => {
		const { trigger, post } = await receiver();
		const { status: code } = await post(bodyOf({ messages: [tap(confirm)] }));
		expect(code).toBe(200);
		expect(others.calls).toMatchObject([{ url: ADDRESS, body: { event: { replyId: confirm, phone: `+${ANA}` } } }]);
		expect(trigger.executions).toEqual([]);
	});

	test('leave alone what came with them, and start an execution too on request', async () => {
		const text = { from: ANA, id: 'wamid.t', timestamp: '1794000000', type: 'text', text: { body: 'Hi' } };
		const quiet = await receiver();
		await quiet.post(bodyOf({ messages: [tap(confirm), text, tap('own-id')] }));
		expect(quiet.trigger.executions.map((items) => items.map(({ text: words }) => words))).toEqual([['Hi', 'Confirm']]);
		const loud = await receiver({ startOnAnswers: true });
		await loud.post(bodyOf({ messages: [tap(confirm)] }));
		expect(loud.trigger.executions).toHaveLength(1);
	});

	test('are passed on again while the execution is not parked yet', async () => {
		others.answers.push(RUNNING, RUNNING, ACCEPTED);
		others.answers.shift();
		const { trigger, post } = await receiver();
		await post(bodyOf({ messages: [tap(confirm)] }));
		expect(others.calls).toHaveLength(3);
		expect(trigger.executions).toEqual([]);
	});

	test.each<[string, ResumeReply]>([
		['refused by the node', { status: 200, body: { accepted: false, reason: 'otherPerson' } }],
		['too late', PAGE],
		['for a deleted execution', { status: 404, body: { message: 'The execution "48213" does not exist.' } }],
		['for an execution that failed', { status: 409, body: { message: 'The execution "48213" has finished with error.' } }],
		['second in the same moment', TAKEN],
	])('are consumed when they are %s', async (_, answer) => {
		others.answers.splice(0, 1, answer);
		const { trigger, post } = await receiver();
		await post(bodyOf({ messages: [tap(confirm)] }));
		expect(others.calls).toHaveLength(1);
		expect(trigger.executions).toEqual([]);
		expect(others.messages).toEqual([]);
	});

	test('start an execution when they are forged, and the log says so', async () => {
		others.answers.splice(0, 1, { status: 401, body: '<html>Invalid token</html>' });
		const { trigger, post } = await receiver();
		await post(bodyOf({ messages: [tap(confirm)] }));
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.logs.map(({ message }) => message)).toEqual([expect.stringContaining('did not sign')]);
	});

	test('start an execution when this n8n cannot reach itself, and the log says what to do', async () => {
		const { trigger, post } = await receiver({ internalBaseUrl: 'http://127.0.0.1:9' });
		const { status: code } = await post(bodyOf({ messages: [tap(confirm)] }));
		expect(code).toBe(200);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.logs.map(({ message }) => message)).toEqual([expect.stringContaining('Internal Base URL')]);
	});

	test('that come too late get a text once, where the operator wrote one', async () => {
		others.answers.splice(0, 1, PAGE);
		const { post } = await receiver({ lateAnswerText: 'This question is over.' });
		const late = tap(confirm);
		await post(bodyOf({ messages: [late] }));
		await post(bodyOf({ messages: [{ ...late, id: 'wamid.again' }] }));
		expect(others.messages).toMatchObject([
			{ to: `+${ANA}`, text: { body: 'This question is over.' }, context: { message_id: `wamid.${made}` } },
		]);
	});

	test('a second tap right after the first gets no text', async () => {
		others.answers.splice(0, 1, ACCEPTED, PAGE);
		const { post } = await receiver({ lateAnswerText: 'This question is over.' });
		const twice = tap(confirm);
		await post(bodyOf({ messages: [twice] }));
		await post(bodyOf({ messages: [{ ...twice, id: 'wamid.again' }] }));
		expect(others.calls).toHaveLength(2);
		expect(others.messages).toEqual([]);
	});

	test('a Flow brings its reference as token', async () => {
		const token = encodeReference(REFERENCE);
		const response = JSON.stringify({ flow_token: token, size: 'L' });
		const interactive = { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: response } };
		const { trigger, post } = await receiver();
		await post(bodyOf({ messages: [{ from: ANA, id: 'wamid.f', timestamp: '1794000000', type: 'interactive', interactive }] }));
		expect(others.calls).toMatchObject([{ url: ADDRESS }]);
		expect(trigger.executions).toEqual([]);
	});

	const awaited = (option?: number) => encodeReference({ ...REFERENCE, by: 'token', ...(option !== undefined && { option }) });

	test.each([
		['a question', encodeReference(REFERENCE), ['sent', 'delivered', 'read', 'failed'], ['failed']],
		['a message waited for until it is delivered', awaited(1), ['sent', 'delivered', 'read', 'failed'], ['delivered', 'read', 'failed']],
		['a message waited for until it is read', awaited(2), ['sent', 'delivered', 'played'], ['played']],
		['somebody else', 'order-1001', ['sent', 'failed'], []],
	])('statuses of %s are passed on as far as they matter, and remain', async (_, callbackData, words, passed) => {
		const { trigger, post } = await receiver();
		await post(bodyOf({ statuses: words.map((word) => status(word, callbackData)) }));
		expect(others.calls.map(({ body }) => body.event?.status).sort()).toEqual([...passed].sort());
		expect(trigger.executions.flat().map((item) => item.status)).toEqual(words);
	});

	test('statuses remain with the own callback data of the operator, and without the reference', async () => {
		const { trigger, post } = await receiver();
		const of = (own: string) => status('sent', withCallbackData(encodeReference(REFERENCE), own));
		await post(bodyOf({ statuses: [of(''), of('order-1001'), of('{"order": 1001}'), status('sent', 'order-1002')] }));
		expect(trigger.executions.flat().map(({ callbackData }) => callbackData)).toEqual([undefined, 'order-1001', { order: 1001 }, 'order-1002']);
	});
});
