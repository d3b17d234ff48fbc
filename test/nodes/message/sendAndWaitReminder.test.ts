import type { INodeParameters } from 'n8n-workflow';
import { contactOf } from '../contact/runContact';
import { journeyOf } from '../journey/runJourney';
import { newProject, optOutOf, type Project } from '../optOut/consent';
import { ANA } from '../setup';
import { startExecution } from '../trigger/processing';
import { COD, tap, useQuestion } from './sendAndWaitQuestion';

const { bench, ask, resume, tapIds } = useQuestion();
const journey = journeyOf(bench);
const contact = contactOf(bench);
const optOut = optOutOf(bench);

const HOUR_MS = 3_600_000;
const DAY_MINUTES = 1440;

function reminderOf(values: object, options: object = {}): INodeParameters {
	const reminder = { values: { amount: 1, unit: 'hours', send: 'text', text: 'Well?', ...values } };
	return { ...COD, options: { reminder, ...options } } as INodeParameters;
}

/** Quiet hours from an hour ago, for so many hours, in UTC. */
function quietFor(hours: number): object {
	const clock = (minutes: number) => {
		const minute = (Math.round(minutes) + DAY_MINUTES) % DAY_MINUTES;
		return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
	};
	const now = (Date.now() / 60_000) % DAY_MINUTES;
	return { quietHours: { values: { from: clock(now - 60), to: clock(now - 60 + hours * 60), days: [1, 2, 3, 4, 5, 6, 7] } } };
}

/** Asks, and lets the time until the reminder go by. */
async function reminded(project: Project, parameters: INodeParameters) {
	const first = await ask(parameters, project);
	expect(first.error).toBeUndefined();
	const { run, error } = await ask(parameters, { ...project, waiting: first.run.data });
	expect(error).toBeUndefined();
	const shown = (await bench.phone(ANA)).filter(({ direction }) => direction === 'outbound');
	const hints = Object.values(run.data.resultData.runData).flat().flatMap((task) => task.hints ?? []);
	return {
		run,
		reminders: shown.slice(1).map(({ body }) => body),
		hint: hints.map(({ message }) => message).join(),
		hoursLeft: ((run.waitTill?.getTime() ?? 0) - Date.now()) / HOUR_MS,
	};
}

const WEEK_HOURS = 7 * 24;

describe('Message: Send and Wait for Reply, with a reminder', () => {
	test('waits in two legs, of which the second runs the node once more with its input', async () => {
		const parameters = reminderOf({});
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
		[{ text: '' }, {}, /needs a text/],
		[{ amount: 0, send: 'question' }, {}, /amount of time/],
		[{ amount: 8, unit: 'days', send: 'question' }, {}, /before the end/],
		[{}, { quietHours: { values: { from: '08:00', to: '08:00' } } }, /same time/],
		[{}, { quietHours: { values: { from: 'night' } } }, /Quiet Hours, From/],
	])('refuses %p with %p', async (values, options, message) => {
		const { error } = await ask(reminderOf(values, options));
		expect(error?.message).toMatch(message);
		expect(await bench.sent()).toEqual([]);
	});

	test('is sent when its time has come, and the wait goes on to its end', async () => {
		const { reminders, hoursLeft, hint } = await reminded(newProject(), reminderOf({}));
		expect(reminders).toEqual(['Well?']);
		expect(Math.round(hoursLeft)).toBe(WEEK_HOURS);
		expect(hint).toBe('');
	});

	test('comes after the quiet hours of the person, once', async () => {
		const project = newProject();
		await contact(project, 'update', { contact: ANA, fields: { timeZone: 'UTC' } });
		const parameters = reminderOf({}, quietFor(4));
		const { run, reminders, hoursLeft } = await reminded(project, parameters);
		expect(reminders).toEqual([]);
		expect(hoursLeft).toBeGreaterThan(2.9);
		expect(hoursLeft).toBeLessThan(3.1);
		// Six hours ahead of UTC the quiet hours are over.
		await contact(project, 'update', { contact: ANA, fields: { timeZone: 'Asia/Dhaka' } });
		const later = await ask(parameters, { ...project, waiting: run.data });
		expect(later.error).toBeUndefined();
		expect((await bench.phone(ANA)).at(-1)?.body).toBe('Well?');
		expect(later.run.data.executionData?.nodeExecutionStack).toHaveLength(1);
	});

	test('can be answered while it waits for the end of the quiet hours', async () => {
		const project = newProject();
		await contact(project, 'update', { contact: ANA, fields: { timeZone: 'UTC' } });
		const parameters = reminderOf({}, quietFor(4));
		const { run } = await reminded(project, parameters);
		const [confirmId] = await tapIds();
		const { workflowData } = await resume(run.data, { event: tap(confirmId), parameters });
		expect(workflowData?.map((items) => items.length)).toEqual([1, 0, 0, 0, 0]);
		expect(run.data.executionData?.nodeExecutionStack).toHaveLength(1);
	});

	test('is left out while somebody of the business has the conversation', async () => {
		const project = newProject();
		await journey(project, 'handOver', { contact: ANA, hours: 2 });
		const { reminders, hoursLeft, hint } = await reminded(project, reminderOf({}));
		expect(reminders).toEqual([]);
		expect(hint).toContain('somebody of the business');
		expect(Math.round(hoursLeft)).toBe(WEEK_HOURS);
	});

	test('is left out once the person has opted out, by whatever way', async () => {
		const project = newProject();
		await optOut(project, { operation: 'record', parameters: { contact: ANA, category: 'all' } });
		const { reminders, hint } = await reminded(project, reminderOf({}));
		expect(reminders).toEqual([]);
		expect(hint).toContain('Opted out of all messages');
	});

	test('is left out when the 24 hours are over', async () => {
		const project = newProject();
		const timestamp = new Date(Date.now() - 25 * HOUR_MS).toISOString();
		const event = { kind: 'message', field: 'messages', type: 'text', text: 'hello', phone: `+${ANA}`, contactKey: ANA, timestamp };
		const settings = { ignoreDuplicates: false, updateContacts: true };
		await startExecution({ items: [{ json: event }], settings, ...project });
		const { reminders, hint } = await reminded(project, reminderOf({}));
		expect(reminders).toEqual([]);
		expect(hint).toContain('24 hours');
	});
});
