import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, startDemo } from '../../scripts/start/demo';
import { ANA } from '../../scripts/start/scenario/context';
import { shownMessages } from '../../scripts/start/scenario/phone';
import { type MovableClock, movableClock } from '../harness/n8n/clock';
import { freePort } from '../harness/n8n/freePort';
import { until } from '../harness/n8n/poll';
import { installRuntime } from '../harness/n8n/runtime';
import { startN8n } from '../harness/n8n/startN8n';
import { useConversations } from './conversationBench';
import { ask, COD, COD_OUTPUTS, parked } from './conversationWorkflow';

const MINUTES = 60_000;
const REMINDER = 'Have you seen our question?';

const REMINDED = {
	...COD,
	options: {
		limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'hours' } },
		reminder: { values: { amount: 1, unit: 'hours', send: 'text', text: REMINDER } },
	},
};

describe('a reminder', () => {
	let demo: Demo;
	let dataDir: string;
	let clock: MovableClock;

	beforeAll(async () => {
		const setup = await installRuntime();
		dataDir = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-reminder-'));
		clock = await movableClock(dataDir);
		demo = await startDemo({
			setup,
			dataDir,
			n8nPort: await freePort(),
			sandboxPort: await freePort(),
			startN8n: async (options) => await startN8n({ ...options, env: { ...options.env, ...clock.env } }),
		});
	}, 15 * MINUTES);

	// Before what ends the demo: its journeys are removed first.
	const { publish, resultsOf } = useConversations(() => ({ demo }));

	afterAll(async () => {
		await demo.stop();
		await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
	}, MINUTES);

	test('comes once; the question goes on waiting, for the tap or the end', async () => {
		const { sandbox } = demo;
		const journey = await publish({ path: 'e2e-reminded', outputs: COD_OUTPUTS, parameters: REMINDED });
		const shown = await shownMessages(demo, ANA);
		const tapped = await ask({ demo }, { journey, orderId: '#2021' });
		const ignored = await ask({ demo }, { journey, orderId: '#2022' });
		const quick = await ask({ demo }, { journey, orderId: '#2023' });
		await sandbox.tap(ANA, { messageId: quick.question.id, title: 'Confirm' });
		const before = await resultsOf({ journey, id: quick.id, outputs: COD_OUTPUTS });
		expect(before).toMatchObject([{ output: 0, json: { orderId: '#2023', answer: { id: 'confirm' } } }]);
		const reminders = async () => (await sandbox.messages(ANA)).filter(({ id, body }) => !shown.has(id) && body === REMINDER);
		await clock.advance(61 * MINUTES);
		await until({ what: 'two reminders' }, async () => (await reminders()).length >= 2 || undefined);
		for (const { id } of [tapped, ignored]) await parked({ demo }, { journey, id });
		await sandbox.tap(ANA, { messageId: tapped.question.id, title: 'Confirm' });
		expect(await resultsOf({ journey, id: tapped.id, outputs: COD_OUTPUTS })).toMatchObject([
			{ output: 0, json: { orderId: '#2021', question: { messageId: tapped.question.id }, answer: { id: 'confirm' } } },
		]);
		await clock.advance(61 * MINUTES);
		const late = await resultsOf({ journey, id: ignored.id, outputs: COD_OUTPUTS });
		expect(late).toMatchObject([{ output: 2, json: { orderId: '#2022', timedOut: true } }]);
		expect(await reminders()).toHaveLength(2);
	});
});
