import { createHash } from 'node:crypto';
import axios from 'axios';
import { SCENARIO } from '../../scripts/start/scenario';
import { until } from '../harness/n8n/poll';
import { executionsOfWorker } from '../harness/n8n/startQueueN8n';
import { consentTests } from './consentTests';
import { conversationAgentTests } from './conversationAgentTests';
import { conversationTests } from './conversationTests';
import { deliver, executionsOf, listedExecutions, publishListener, received, webhookBody } from './queueListener';
import { queueClaimsTests } from './queueClaimsTests';
import { startQueueWorld } from './queueWorld';
import { storeTests } from './storeTests';

const ROUNDS = 5;
const COPIES = 10;
const TIMESTAMP = '1794000000';

function textAndStatus(round: number): object {
	const text = { from: '15550123456', id: `wamid.IN${round}`, timestamp: TIMESTAMP, type: 'text', text: { body: `Message ${round}` } };
	const status = { id: `wamid.OUT${round}`, status: 'delivered', timestamp: TIMESTAMP, recipient_id: '15550123456' };
	return webhookBody({ messages: [text], statuses: [status] });
}

describe('queue mode: Postgres, Redis, two workers and a webhook process', () => {
	const world = startQueueWorld();

	test('one of ten identical POSTs in the same instant is processed, whichever worker has it', async () => {
		const listener = await publishListener(world(), { name: 'duplicates', settings: {} });
		const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1);
		const answers: number[] = [];
		for (const round of rounds) {
			answers.push(...(await deliver(world(), { listener, body: textAndStatus(round), copies: COPIES })));
		}
		const count = ROUNDS * COPIES;
		expect(answers).toEqual(Array.from({ length: count }, () => 200));
		const executions = await executionsOf(world(), { listener, count });
		expect(executions.map(({ status, error }) => error?.message ?? status)).toEqual(Array.from({ length: count }, () => 'success'));
		const ids = executions.flatMap((execution) => received(execution).map(({ json }) => json.messageId));
		expect(ids.sort()).toEqual(rounds.flatMap((round) => [`wamid.IN${round}`, `wamid.OUT${round}`]).sort());
		// The test means something only when copies of one message met on both workers.
		const byWorker = world().n8n.workers.map(executionsOfWorker);
		const shares = rounds.map((round) => {
			const copies = executions.slice((round - 1) * COPIES, round * COPIES);
			return byWorker.map((done) => copies.filter(({ id }) => done.has(id)).length);
		});
		expect(shares.map((share) => share.reduce((sum, part) => sum + part, 0))).toEqual(rounds.map(() => COPIES));
		expect(shares).toContainEqual(expect.not.arrayContaining([0]));
	}, 120_000);

	test('a worker gets the file of a message, and keeps it in the database', async () => {
		const bytes = Buffer.from('A receipt that a customer sent\n'.repeat(20_000));
		const seed = await world().sandbox.seed();
		const form = new FormData();
		form.append('messaging_product', 'whatsapp');
		form.append('file', new Blob([bytes], { type: 'text/plain' }), 'receipt.txt');
		const sender = seed.phoneNumbers[0]?.id;
		const { data: media } = await axios.post<{ id: string }>(`${world().sandbox.baseUrl}/v26.0/${sender}/media`, form, {
			headers: { Authorization: `Bearer ${seed.accessToken}` },
		});
		const listener = await publishListener(world(), { name: 'media', settings: { downloadMedia: true } });
		const sha256 = createHash('sha256').update(bytes).digest('base64');
		const document = { id: media.id, mime_type: 'text/plain', sha256, filename: 'receipt.txt' };
		const message = { from: '15550123456', id: 'wamid.FILE', timestamp: TIMESTAMP, type: 'document', document };
		await deliver(world(), { listener, body: webhookBody({ messages: [message] }), copies: 1 });
		const [execution] = await executionsOf(world(), { listener, count: 1 });
		const [item] = execution === undefined ? [] : received(execution);
		expect(item?.json).toMatchObject({ kind: 'message', mediaId: media.id });
		expect(item?.json).not.toHaveProperty('mediaError');
		const file = item?.binary?.data;
		expect(file).toMatchObject({ mimeType: 'text/plain', fileName: 'receipt.txt', id: expect.stringMatching(/^database:/) });
		const { id } = file as { id: string };
		expect((await world().client.binary(id)).equals(bytes)).toBe(true);
	}, 60_000);

	describe('the order journey', () => {
		test.each(SCENARIO)('$name', async (step) => {
			await step.run(world());
		});
	});

	storeTests(world);
	consentTests(() => ({ ...world(), webhookOrigin: world().n8n.webhook?.url ?? world().n8n.url }));

	queueClaimsTests(world);
	// Trigger, waiting workflow and worker are different processes here.
	const conversing = () => ({ demo: world(), browser: world().browser });
	conversationTests(conversing);
	conversationAgentTests(conversing);

	test('every execution was a worker’s', async () => {
		const { n8n } = world();
		const listed = (await listedExecutions(world())).filter(({ mode }) => mode !== 'integrated');
		expect(listed.length).toBeGreaterThan(ROUNDS * COPIES);
		let missing = listed;
		// Those of the last messages' statuses may still be under way.
		const describe = () => `of ${listed.length} these are missing: ${missing.map(({ id }) => id).join(', ')}`;
		await until({ what: 'every execution to stand in the log of a worker', describe }, () => {
			const done = new Set(n8n.workers.flatMap((worker) => [...executionsOfWorker(worker)]));
			missing = listed.filter(({ id }) => !done.has(id));
			return missing.length === 0 ? true : undefined;
		});
	});

	test('a repeat is known after the worker that had the message is gone', async () => {
		const { n8n } = world();
		const listener = await publishListener(world(), { name: 'restart', settings: {} });
		await deliver(world(), { listener, body: textAndStatus(0), copies: 1 });
		const [first] = await executionsOf(world(), { listener, count: 1 });
		expect(first && received(first)).toHaveLength(2);
		const had = n8n.workers.find((worker) => executionsOfWorker(worker).has(first?.id ?? ''));
		expect(had).toBeDefined();
		await had?.stop();
		await deliver(world(), { listener, body: textAndStatus(0), copies: 1 });
		const [, second] = await executionsOf(world(), { listener, count: 2 });
		expect(second?.status).toBe('success');
		expect(second && received(second)).toEqual([]);
	}, 60_000);
});
