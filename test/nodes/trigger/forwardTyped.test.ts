import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { encodeReference } from '../../../core/journey/reference';
import type { WebhookEvent } from '../../../core/webhook/events';
import { DataTableStandIn } from '../../harness/engine';
import { ACCEPTED, PAGE, startOtherServers, type OtherServers } from './otherServers';
import { startExecution, textsOf } from './processing';

const ANA = '15550123456';
const NUMBER = '700111222333444';
const WAITS = 'whatsapp_waits';
const COLUMNS = ['waitKey', 'contactKey', 'phone', 'userId', 'phoneNumberId', 'messageId', 'resumeUrl', 'journeyKey', 'accepts', 'state'];

interface Question {
	executionId: string;
	minutesAgo: number;
	kinds?: string[];
	titles?: string[];
	phoneNumberId?: string;
	phone?: string;
	expired?: boolean;
}

function keyOf(executionId: string): string {
	return encodeReference({ executionId, nodeId: 'node', nonce: 'AQIDBAUG', by: 'signature', proof: 'proof' });
}

function row(question: Question) {
	const { executionId, minutesAgo, kinds = ['text'], titles = [], phoneNumberId = NUMBER, phone = ANA, expired = false } = question;
	return {
		waitKey: keyOf(executionId),
		contactKey: phone,
		phone,
		userId: '',
		phoneNumberId,
		messageId: `wamid.question${executionId}`,
		resumeUrl: 'http://n8n.example/webhook-waiting/…',
		journeyKey: '',
		accepts: JSON.stringify({ kinds, titles, misses: 0 }),
		state: 'waiting',
		askedAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
		expiresAt: new Date(Date.now() + (expired ? -60_000 : 3_600_000)).toISOString(),
	};
}

function text(words: string, more: Partial<WebhookEvent> = {}): INodeExecutionData {
	const event: WebhookEvent = { kind: 'message', field: 'messages', type: 'text', text: words, phone: `+${ANA}`, phoneNumberId: NUMBER, messageId: `wamid.${words}`, raw: {}, ...more };
	return { json: event };
}

describe('typed answers', () => {
	let tables: DataTableStandIn;
	let others: OtherServers;
	let made = 0;

	beforeEach(async () => {
		tables = new DataTableStandIn();
		others = await startOtherServers();
	});

	afterEach(async () => await others.close());

	function pending(...questions: Question[]): void {
		const columns = [
			...COLUMNS.map((name) => ({ name, type: 'string' as const })),
			...['askedAt', 'expiresAt'].map((name) => ({ name, type: 'date' as const })),
		];
		tables.create({ name: WAITS, columns, rows: questions.map(row) });
	}

	async function arrive(items: INodeExecutionData[], settings: INodeParameters = {}) {
		return await startExecution({
			items,
			tables,
			workflowId: `typed-${++made}`,
			settings: { ignoreDuplicates: false, internalBaseUrl: others.url, ...settings },
		});
	}

	const askedExecutions = () => others.calls.map(({ url }) => url.split('/')[2]);
	const waiting = () => tables.rows(WAITS)?.map(({ waitKey }) => waitKey);

	test('go to the newest question that takes them, and are consumed', async () => {
		pending({ executionId: '1', minutesAgo: 9 }, { executionId: '2', minutesAgo: 1 }, { executionId: '3', minutesAgo: 5 });
		const run = await arrive([text('because')]);
		expect(askedExecutions()).toEqual(['2']);
		expect(others.calls[0]?.body).toMatchObject({ event: { text: 'because' }, misses: 0 });
		expect(run.outputs).toEqual([[]]);
		expect(waiting()).toEqual([keyOf('1'), keyOf('3')]);
	});

	test('go to the question that they quote', async () => {
		pending({ executionId: '1', minutesAgo: 9 }, { executionId: '2', minutesAgo: 1 });
		await arrive([text('because', { contextMessageId: 'wamid.question1' })]);
		expect(askedExecutions()).toEqual(['1']);
	});

	test('while a person answers, go only to the question that they quote', async () => {
		const texts = ['contactKey', 'phone', 'userId', 'waId', 'username', 'name', 'language', 'country', 'timeZone', 'labels', 'attributes', 'handOverTeam', 'handOverNote'];
		const columns = [
			...texts.map((name) => ({ name, type: 'string' as const })),
			...['lastInboundAt', 'freeEntryUntil', 'handOverUntil', 'changedAt'].map((name) => ({ name, type: 'date' as const })),
		];
		const handOverUntil = new Date(Date.now() + 3_600_000).toISOString();
		tables.create({ name: 'whatsapp_contacts', columns, rows: [{ contactKey: ANA, phone: ANA, handOverUntil }] });
		pending({ executionId: '1', minutesAgo: 9 }, { executionId: '2', minutesAgo: 1 });
		const run = await arrive([text('where is my parcel?'), text('because', { contextMessageId: 'wamid.question1' })]);
		expect(textsOf(run)).toEqual([['where is my parcel?']]);
		expect(askedExecutions()).toEqual(['1']);
	});

	test('two of one person answer two questions', async () => {
		pending({ executionId: '1', minutesAgo: 9 }, { executionId: '2', minutesAgo: 1 });
		const run = await arrive([text('one'), text('two'), text('three')]);
		expect(askedExecutions()).toEqual(['2', '1']);
		expect(textsOf(run)).toEqual([['three']]);
		expect(waiting()).toEqual([]);
	});

	test('pass by questions of other numbers, of other people, of other kinds and of the past', async () => {
		pending(
			{ executionId: '1', minutesAgo: 1, phoneNumberId: '700111222333445' },
			{ executionId: '2', minutesAgo: 1, phone: '15550123457' },
			{ executionId: '3', minutesAgo: 1, kinds: ['media'] },
			{ executionId: '4', minutesAgo: 1, expired: true },
		);
		const run = await arrive([text('because')]);
		expect(others.calls).toEqual([]);
		expect(textsOf(run)).toEqual([['because']]);
	});

	test('find the next question when the newest was answered meanwhile', async () => {
		others.answers.splice(0, 1, PAGE, ACCEPTED);
		pending({ executionId: '1', minutesAgo: 9 }, { executionId: '2', minutesAgo: 1 });
		const run = await arrive([text('because')]);
		expect(askedExecutions()).toEqual(['2', '1']);
		expect(run.outputs).toEqual([[]]);
		expect(waiting()).toEqual([]);
	});

	test('that miss are counted, where the person was asked again', async () => {
		others.answers.splice(0, 1, { status: 200, body: { accepted: false, reason: 'askedAgain' } });
		pending({ executionId: '1', minutesAgo: 1 });
		const run = await arrive([text('what?')]);
		expect(run.outputs).toEqual([[]]);
		await arrive([text('what?')]);
		expect(others.calls.map(({ body }) => body.misses)).toEqual([0, 1]);
	});

	test('that no question takes start the workflow as usual', async () => {
		others.answers.splice(0, 1, { status: 200, body: { accepted: false, reason: 'noMatch' } });
		pending({ executionId: '1', minutesAgo: 1 });
		expect(textsOf(await arrive([text('what?')]))).toEqual([['what?']]);
		expect(waiting()).toEqual([keyOf('1')]);
	});

	test('also start the workflow on request', async () => {
		pending({ executionId: '1', minutesAgo: 1 });
		expect(textsOf(await arrive([text('because')], { startOnAnswers: true }))).toEqual([['because']]);
		expect(askedExecutions()).toEqual(['1']);
	});

	test.each([
		['STOP', {}],
		['stop', { kind: 'preference', type: 'stop', field: 'user_preferences' } as const],
	])('that opt out (%p) end every question to the person, and remain', async (words, more) => {
		pending({ executionId: '1', minutesAgo: 9 }, { executionId: '2', minutesAgo: 1, kinds: ['tap'], titles: ['Yes'] });
		const run = await arrive([text(words, more)]);
		expect(others.calls.map(({ body }) => body.ending)).toEqual(['optedOut', 'optedOut']);
		expect(run.outputs.flat()).toHaveLength(1);
		expect(waiting()).toEqual([]);
	});

	test('are answers when they are the title of a button, whatever it says', async () => {
		pending({ executionId: '1', minutesAgo: 1, kinds: ['tap'], titles: ['Stop', 'Go on'] });
		await arrive([text('stop')]);
		expect(others.calls.map(({ body }) => body.ending)).toEqual([undefined]);
	});

	test('pass on when the record is broken', async () => {
		pending({ executionId: '1', minutesAgo: 1 });
		tables.break();
		const run = await arrive([text('because')]);
		expect(textsOf(run)).toEqual([['because']]);
		expect(run.logs.map(({ message }) => message)).toEqual([expect.stringContaining('Typed answers were not passed on')]);
	});

	test('in groups answer nothing', async () => {
		pending({ executionId: '1', minutesAgo: 1 });
		await arrive([text('because', { groupId: 'group' })]);
		expect(others.calls).toEqual([]);
	});
});
