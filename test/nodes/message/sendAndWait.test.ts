import { decodeReference } from '../../../core/journey/reference';
import { ANA, itemsOf } from '../setup';
import { COD, OPERATION, OPTED_OUT, tap, TIMED_OUT, UNDELIVERABLE, useQuestion } from './sendAndWaitQuestion';

const { bench, ask, references, resume, tapIds } = useQuestion();

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

	test.each([
		['the journey key', { journeyKey: 'cod/1001' }, 'cod/1001'],
		['the callback data, where both are given', { journeyKey: 'cod/1001', callbackData: 'mine' }, 'mine'],
		['nothing, where the journey key is too long', { journeyKey: 'x'.repeat(500) }, undefined],
	])('statuses bring back %s', async (_, options, own) => {
		await ask({ ...COD, options });
		const [body] = (await bench.sent()) as Array<{ biz_opaque_callback_data?: string }>;
		expect(body?.biz_opaque_callback_data?.split(' ')[1]).toBe(own);
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

	test('takes one item at a time, and says what to do', async () => {
		const { error } = await bench.run({ ...OPERATION, parameters: COD, items: itemsOf({ order: 1 }, { order: 2 }) });
		expect(error?.message).toMatch(/2 items.*sub-workflow/);
		expect(await bench.sent()).toEqual([]);
	});

	test('what was not sent leaves by Undeliverable while On Error continues, never by a button', async () => {
		const { outputs } = await bench.run({
			...OPERATION,
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

	test('titles may be expressions', async () => {
		const buttons = { button: [{ title: '={{ $json.order.length > 1 ? "Yes" : "No" }}' }, { title: "={{ $('Input').item.json.order }}" }] };
		const { run } = await ask({ ...COD, buttons });
		const [, second] = await tapIds();
		const { workflowData } = await resume(run.data, { event: tap(second), parameters: { ...COD, buttons } });
		expect(workflowData?.map((items) => items.length)).toEqual([0, 1, 0, 0, 0]);
		expect(workflowData?.[1]?.[0]?.json.answer).toMatchObject({ title: '#1001' });
	});
});
