import type { INodeParameters, IRunExecutionData } from 'n8n-workflow';
import { decodeReference, splitCallbackData, type Reference } from '../../../core/journey/reference';
import { WhatsAppBusiness } from '../../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { callWebhook } from '../../harness/engine';
import { newProject } from '../optOut/consent';
import { ANA, BEN, itemsOf, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'sendAndWaitForStatus' };
const TEXT = { to: ANA, messageType: 'text', text: 'Your parcel arrives today', waitFor: 'delivered' };
const [DELIVERED, READ, FAILED, TIMED_OUT] = [0, 1, 2, 3];

beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

async function send(parameters: INodeParameters = TEXT) {
	const done = await bench.run({ ...operation, parameters });
	const body = (await bench.sent()).at(-1) as { biz_opaque_callback_data?: string } | undefined;
	const reference = decodeReference(body?.biz_opaque_callback_data);
	const messageId = (await bench.phone(ANA)).at(-1)?.id;
	return { ...done, reference, messageId };
}

async function tell(waiting: IRunExecutionData, given: { reference?: Reference; event: object; parameters?: INodeParameters }) {
	return await callWebhook({
		node: new WhatsAppBusiness(),
		parameters: { ...operation, ...(given.parameters ?? TEXT) },
		credential: bench.credential(),
		method: 'POST',
		query: { n: given.reference?.nonce ?? '' },
		body: { event: { kind: 'status', field: 'messages', phone: `+${ANA}`, timestamp: '2031-05-04T10:00:00.000Z', raw: {}, ...given.event } },
		waiting,
	});
}

describe('Message: Send and Wait for Status', () => {
	test('sends with a reference to the execution in the callback data, and waits', async () => {
		const { run, reference } = await send();
		expect(run.status).toBe('waiting');
		expect(reference).toMatchObject({ executionId: '1', by: 'token', option: 1, proof: run.data.resumeToken });
		const [entry] = run.data.executionData?.nodeExecutionStack ?? [];
		expect(entry?.data.main?.[TIMED_OUT]?.[0]?.json).toMatchObject({ timedOut: true, to: `+${ANA}` });
	});

	test.each([
		['delivered', 'delivered', DELIVERED],
		['delivered', 'read', READ],
		['read', 'read', READ],
		['read', 'played', READ],
		['sent', 'sent', 4],
		['sent', 'delivered', DELIVERED],
		['delivered', 'failed', FAILED],
	])('waiting for %s, %s leaves by an output of its own', async (waitFor, status, output) => {
		const parameters = { ...TEXT, waitFor };
		const { run, reference, messageId } = await send(parameters);
		const errors = status === 'failed' ? { errors: [{ code: 131026, title: 'Message undeliverable' }] } : {};
		const { body, workflowData } = await tell(run.data, { reference, event: { status, messageId, ...errors }, parameters });
		expect(body).toEqual({ accepted: true });
		expect(workflowData?.map((items) => items.length).indexOf(1)).toBe(output);
		expect(workflowData?.[output]?.[0]).toMatchObject({
			pairedItem: { item: 0 },
			json: { messageId, status, statusAt: '2031-05-04T10:00:00.000Z', ...(status === 'failed' && { failure: { class: 'otherChannel', code: 131026 } }) },
		});
	});

	test.each([
		['an earlier status', { status: 'sent' }, 'otherKind'],
		['a status of another message', { status: 'delivered', messageId: 'wamid.other' }, 'otherQuestion'],
		['a status for another person', { status: 'delivered', phone: `+${BEN}` }, 'otherPerson'],
		['an answer', { kind: 'message', text: 'hi' }, 'otherKind'],
	])('goes on waiting after %s', async (_, event, reason) => {
		const { run, reference, messageId } = await send();
		const { body, workflowData } = await tell(run.data, { reference, event: { messageId, ...event } });
		expect(body).toEqual({ accepted: false, reason });
		expect(workflowData).toBeUndefined();
	});

	test('does not wait for what Meta refuses for the sake of the person', async () => {
		await bench.fault({ times: 1, path: '/messages', code: 131026, httpStatus: 400 });
		const { run, outputs } = await send();
		expect(run.status).toBe('success');
		expect(outputs[FAILED]?.[0]?.json).toMatchObject({ status: 'failed', failure: { class: 'otherChannel', code: 131026 } });
	});

	test('carries the own callback data of the operator behind the reference', async () => {
		await send({ ...TEXT, options: { callbackData: 'order-1001' } });
		const [body] = (await bench.sent()) as Array<{ biz_opaque_callback_data: string }>;
		expect(splitCallbackData(body?.biz_opaque_callback_data)).toMatchObject({ own: 'order-1001', reference: { by: 'token' } });
		const { error } = await bench.run({ ...operation, parameters: { ...TEXT, options: { callbackData: 'x'.repeat(500) } } });
		expect(error?.message).toMatch(/Callback Data: has 500 characters/);
	});

	test('takes one item at a time', async () => {
		const { error } = await bench.run({ ...operation, parameters: TEXT, items: itemsOf({}, {}) });
		expect(error?.message).toMatch(/2 items.*sub-workflow/);
		expect(await bench.sent()).toEqual([]);
	});

	test('what was not sent leaves by Failed while On Error continues', async () => {
		const { outputs } = await bench.run({ ...operation, parameters: { ...TEXT, text: 'x'.repeat(5000) }, onError: 'continueRegularOutput' });
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 1, 0]);
	});

	test('is noted under its journey key, and ends without going on when it is cancelled', async () => {
		const project = newProject();
		const parameters = { ...TEXT, options: { journeyKey: 'order-1001' } };
		const { run } = await bench.run({ ...operation, parameters, ...project });
		const [row] = project.tables.rows('whatsapp_waits') ?? [];
		expect(row).toMatchObject({ journeyKey: 'order-1001', phone: ANA, state: 'waiting', accepts: expect.stringContaining('"kinds":[]') as unknown });
		const reference = decodeReference(String(row?.waitKey));
		expect(reference).toMatchObject({ by: 'token', proof: run.data.resumeToken });
		const { body, workflowData } = await callWebhook({
			node: new WhatsAppBusiness(),
			parameters: { ...operation, ...parameters },
			credential: bench.credential(),
			method: 'POST',
			query: { n: reference?.nonce ?? '' },
			body: { ending: 'cancelled' },
			waiting: run.data,
		});
		expect(body).toEqual({ accepted: true });
		expect(workflowData?.flat()).toEqual([]);
	});

	test('is not noted without a journey key', async () => {
		const project = newProject();
		await bench.run({ ...operation, parameters: TEXT, ...project });
		expect(project.tables.rows('whatsapp_waits')).toBeUndefined();
	});
});
