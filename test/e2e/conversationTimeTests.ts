import { ANA } from '../../scripts/start/scenario/context';
import { shownMessages } from '../../scripts/start/scenario/phone';
import { until } from '../harness/n8n/poll';
import { type Conversations, NOBODY } from './conversationBench';
import { ask, COD, COD_OUTPUTS, parked } from './conversationWorkflow';
import type { World } from './world';

const SHORT = {
	...COD,
	options: { limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 0.02, resumeUnit: 'minutes' } } },
};

const REMINDED = {
	...COD,
	options: {
		limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 1.2, resumeUnit: 'minutes' } },
		reminder: { values: { amount: 0.02, unit: 'minutes', send: 'text', text: 'Have you seen our question?' } },
	},
};

/** Questions that nobody answers. */
export function conversationTimeTests(world: () => World, { cod, publish, resultsOf }: Conversations): void {
	test('a question that is not answered leaves by Timed Out', async () => {
		const short = await publish({ path: 'e2e-short', outputs: COD_OUTPUTS, parameters: SHORT });
		const id = await short.start({ to: `+${ANA}`, orderId: '#2004' });
		// n8n looks for waits that are over once a minute.
		const left = await resultsOf({ journey: short, id, outputs: COD_OUTPUTS, timeoutMs: 110_000 });
		expect(left).toMatchObject([{ output: 2, json: { orderId: '#2004', timedOut: true, question: { type: 'buttons' } } }]);
	}, 120_000);

	test('a reminder comes once; the question goes on waiting, for the tap or the end', async () => {
		const { sandbox } = world().demo;
		const reminded = await publish({ path: 'e2e-reminded', outputs: COD_OUTPUTS, parameters: REMINDED });
		const shown = await shownMessages(world().demo, ANA);
		const tapped = await ask(world(), { journey: reminded, orderId: '#2021' });
		const ignored = await ask(world(), { journey: reminded, orderId: '#2022' });
		const quick = await ask(world(), { journey: reminded, orderId: '#2023' });
		await sandbox.tap(ANA, { messageId: quick.question.id, title: 'Confirm' });
		const before = await resultsOf({ journey: reminded, id: quick.id, outputs: COD_OUTPUTS });
		expect(before).toMatchObject([{ output: 0, json: { orderId: '#2023', answer: { id: 'confirm' } } }]);
		const reminders = await until({ what: 'two reminders', timeoutMs: 110_000 }, async () => {
			const texts = (await sandbox.messages(ANA)).filter(({ id, body }) => !shown.has(id) && body === 'Have you seen our question?');
			return texts.length >= 2 ? texts : undefined;
		});
		await parked(world(), { journey: reminded, id: tapped.id });
		await sandbox.tap(ANA, { messageId: tapped.question.id, title: 'Confirm' });
		expect(await resultsOf({ journey: reminded, id: tapped.id, outputs: COD_OUTPUTS })).toMatchObject([
			{ output: 0, json: { orderId: '#2021', question: { messageId: tapped.question.id }, answer: { id: 'confirm' } } },
		]);
		const late = await resultsOf({ journey: reminded, id: ignored.id, outputs: COD_OUTPUTS, timeoutMs: 150_000 });
		expect(late).toMatchObject([{ output: 2, json: { orderId: '#2022', timedOut: true } }]);
		expect(reminders).toHaveLength(2);
	}, 300_000);

	test('a question to nobody leaves by Undeliverable', async () => {
		const id = await cod().start({ to: NOBODY, orderId: '#2005' });
		expect(await resultsOf({ journey: cod(), id, outputs: COD_OUTPUTS })).toMatchObject([
			{ output: 3, json: { orderId: '#2005', undelivered: true, failure: { class: 'otherChannel', code: 131026 } } },
		]);
	});
}
