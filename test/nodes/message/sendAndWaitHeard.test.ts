import type { IExecuteContextData } from 'n8n-workflow';
import { CONTACTS } from '../contact/runContact';
import { newProject, type Project } from '../optOut/consent';
import { ANA } from '../setup';
import { greeting } from '../templates';
import { until } from '../../harness/n8n/poll';
import { COD, tap, useQuestion } from './sendAndWaitQuestion';

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
		const limitWaitTime = { values: { limitType: 'afterTimeInterval', resumeAmount: 0.001, resumeUnit: 'minutes' } };
		await ask({ ...COD, options: { limitWaitTime } }, project);
		const [over] = project.tables.rows(WAITS) ?? [];
		const moment = Date.parse(String(over?.expiresAt));
		await until({ what: 'the wait to be over' }, () => Date.now() > moment || undefined);
		await ask(undefined, { ...project, workflowId: `${project.workflowId}-another` });
		expect(project.tables.rows(WAITS)).toMatchObject([{ messageId: (await bench.phone(ANA)).at(-1)?.id }]);
	});
});
