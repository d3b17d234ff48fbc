import { ANA, BEN, SENDER } from '../setup';
import { CANCELLED, CONFIRMED, OPTED_OUT, tap, TAPPED_AT, UNDELIVERABLE, useQuestion } from './sendAndWaitQuestion';

const { bench, ask, resume, tapIds } = useQuestion();

describe('Message: Send and Wait for Reply, what ends the wait', () => {
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
});
