import type { IExecuteContextData } from 'n8n-workflow';
import { CONTACTS } from '../contact/runContact';
import { newProject, type Project } from '../optOut/consent';
import { ANA } from '../setup';
import { greeting } from '../templates';
import { tap, useQuestion } from './sendAndWaitQuestion';

const WAITS = 'whatsapp_waits';

const { bench, ask, resume, tapIds } = useQuestion();

/** The node behind the question sends what is best, in the same execution. */
async function sendBest(project: Project, contextData: IExecuteContextData | undefined) {
	await bench.template(greeting());
	return await bench.run({
		resource: 'message',
		operation: 'sendBest',
		parameters: { to: ANA, text: 'Thank you', template: { __rl: true, mode: 'name', value: 'greeting' }, category: 'utility' },
		contextData,
		...project,
	});
}

describe('Message: Send and Wait for Reply, and the window that an answer opens', () => {
	test('the next node of the execution knows that the person wrote, and notes it once', async () => {
		const project = newProject();
		const { run } = await ask(undefined, project);
		const [confirmId] = await tapIds();
		const timestamp = new Date().toISOString();
		await resume(run.data, { event: tap(confirmId, { timestamp, contactKey: ANA }) });
		const { outputs, run: after } = await sendBest(project, run.data.executionData?.contextData);
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentAs: 'text', windowOpen: true });
		expect(project.tables.rows(CONTACTS)).toMatchObject([{ contactKey: ANA, lastInboundAt: timestamp }]);
		expect(after.data.executionData?.contextData.flow).toEqual({});
	});

	test('an answer that is refused opens nothing', async () => {
		const project = newProject();
		const { run } = await ask(undefined, project);
		await resume(run.data, { event: tap(undefined, { type: 'text', text: 'what?' }) });
		const { outputs } = await sendBest(project, run.data.executionData?.contextData);
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentAs: 'template', windowOpen: false });
	});

	test('waits that are over are forgotten when the next question is asked', async () => {
		const project = newProject();
		const texts = ['waitKey', 'contactKey', 'phone', 'userId', 'phoneNumberId', 'messageId', 'resumeUrl', 'journeyKey', 'accepts', 'state'];
		const columns = [
			...texts.map((name) => ({ name, type: 'string' as const })),
			...['askedAt', 'expiresAt'].map((name) => ({ name, type: 'date' as const })),
		];
		const over = { waitKey: 'over', contactKey: ANA, phone: ANA, state: 'waiting', messageId: 'wamid.over', expiresAt: '2026-01-01T00:00:00.000Z' };
		project.tables.create({ name: WAITS, columns, rows: [over] });
		await ask(undefined, project);
		expect(project.tables.rows(WAITS)).toMatchObject([{ messageId: (await bench.phone(ANA)).at(-1)?.id }]);
	});
});
