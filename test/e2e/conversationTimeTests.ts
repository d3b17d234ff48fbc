import { ANA } from '../../scripts/start/scenario/context';
import { type Conversations, NOBODY } from './conversationBench';
import { COD, COD_OUTPUTS } from './conversationWorkflow';

const SHORT = {
	...COD,
	options: { limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 0.02, resumeUnit: 'minutes' } } },
};

/** Questions that nobody answers; the time is real. */
export function conversationTimeTests({ cod, publish, resultsOf }: Conversations): void {
	test('a question that is not answered leaves by Timed Out', async () => {
		const short = await publish({ path: 'e2e-short', outputs: COD_OUTPUTS, parameters: SHORT });
		const id = await short.start({ to: `+${ANA}`, orderId: '#2004' });
		// n8n looks for waits that are over once a minute.
		const left = await resultsOf({ journey: short, id, outputs: COD_OUTPUTS, timeoutMs: 110_000 });
		expect(left).toMatchObject([{ output: 2, json: { orderId: '#2004', timedOut: true, question: { type: 'buttons' } } }]);
	}, 120_000);

	test('a question to nobody leaves by Undeliverable', async () => {
		const id = await cod().start({ to: NOBODY, orderId: '#2005' });
		expect(await resultsOf({ journey: cod(), id, outputs: COD_OUTPUTS })).toMatchObject([
			{ output: 3, json: { orderId: '#2005', undelivered: true, failure: { class: 'otherChannel', code: 131026 } } },
		]);
	});
}
