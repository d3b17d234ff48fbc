import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, startDemo } from '../../scripts/start/demo';
import { ANA } from '../../scripts/start/scenario/context';
import { getExecution, isFinished } from '../harness/n8n/executions';
import { freePort } from '../harness/n8n/freePort';
import { until } from '../harness/n8n/poll';
import { installRuntime, type Setup } from '../harness/n8n/runtime';
import { type RunningN8n, startN8n } from '../harness/n8n/startN8n';
import { COD, COD_OUTPUTS, type Journey, publishJourney, results } from './conversationWorkflow';

const COUNT = 200;
const AT_ONCE = 4;
const MINUTES = 60_000;

/** Does the work for each, a few at a time. */
async function forEach<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
	const left = [...all];
	const worker = async () => {
		for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

describe('conversations that outlive n8n', () => {
	let demo: Demo;
	let setup: Setup;
	let dataDir: string;
	let second: RunningN8n | undefined;
	let journey: Journey;

	beforeAll(async () => {
		setup = await installRuntime();
		dataDir = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-restart-'));
		demo = await startDemo({ setup, dataDir, n8nPort: await freePort(), sandboxPort: await freePort() });
		await demo.sandbox.write(ANA, 'Hello');
		journey = await publishJourney({ demo }, { path: 'e2e-restart', outputs: COD_OUTPUTS, parameters: COD });
	}, 15 * MINUTES);

	afterAll(async () => {
		await second?.stop();
		await demo.stop();
		await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
	}, MINUTES);

	test(`${COUNT} questions wait through a restart: each is answered once`, async () => {
		const { sandbox, client, n8n } = demo;
		const orders = Array.from({ length: COUNT }, (_, index) => `#R${1000 + index}`);
		await forEach(orders, async (orderId) => await journey.post({ to: `+${ANA}`, orderId }));
		const questions = await until({ what: `${COUNT} questions`, timeoutMs: 5 * MINUTES }, async () => {
			const shown = (await sandbox.messages(ANA)).filter(({ body = '' }) => body.includes('#R'));
			return shown.length >= COUNT ? shown : undefined;
		});
		await until({ what: 'all of them to be parked', timeoutMs: 5 * MINUTES }, async () => {
			const runs = await journey.runs();
			return (runs.length === COUNT && runs.every(({ status }) => status === 'waiting')) || undefined;
		});
		await n8n.stop();
		second = await startN8n({ runtime: setup.n8n, packed: setup.package, dataDir, port: n8n.port });
		await client.signIn(demo.owner);
		await forEach(questions, async ({ id, body = '' }) => {
			const title = Number(/#R(\d+)/.exec(body)?.[1]) % 2 === 0 ? 'Confirm' : 'Cancel order';
			await sandbox.tap(ANA, { messageId: id, title });
			await sandbox.tap(ANA, { messageId: id, title });
		});
		const ids = await until({ what: 'all executions to end', timeoutMs: 5 * MINUTES }, async () => {
			const runs = await journey.runs();
			return runs.length === COUNT && runs.every(isFinished) ? runs.map(({ id }) => id) : undefined;
		});
		const seen: string[] = [];
		await forEach(ids, async (id) => {
			const left = results(await getExecution(demo.client, id), COD_OUTPUTS);
			expect(left).toHaveLength(1);
			const [{ output, json } = { output: -1, json: {} }] = left;
			expect(output).toBe(Number(String(json.orderId).slice(2)) % 2);
			seen.push(String(json.orderId));
		});
		expect(seen.sort()).toEqual(orders);
	}, 20 * MINUTES);
});
