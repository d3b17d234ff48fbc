import { listExecutions } from '../../harness/n8n/executions';
import { deleteWorkflow } from '../../harness/n8n/workflows';
import { settle, type World } from '../host/world';
import { messageBatch, statusBatch, type Delivery } from './bodies';
import { builtIn, ours, publish, saveTriggerCredentials, type Receiver } from './contenders';
import { Caller } from './load';
import type { Result, RowContext } from './result';
import { quantile, rounded } from './statistics';

const UPDATES = 1000;
const WARM_UP_POSTS = 3;

type Make = (name: string) => Delivery;

/** One kind of body for one trigger. */
interface Series {
	receiver: Receiver;
	make: Make;
	posts: number;
	/** Whether each POST waits until n8n has nothing left to do: what an execution costs is not part of the answer. */
	apart: boolean;
}

/** Posts one after another. @returns milliseconds until the answers */
async function post(world: World, { receiver, make, posts, apart }: Series): Promise<number[]> {
	const caller = new Caller(1);
	const times: number[] = [];
	await settle(world);
	for (let index = 0; index < posts; index++) {
		const [answer] = await caller.postAll(receiver.url, [make(`${receiver.id}-${posts}-${index}`)]);
		if (answer?.status !== 200) throw new Error(`${receiver.id} answered ${answer?.status}`);
		times.push(answer.ms);
		if (apart) await settle(world);
	}
	caller.close();
	return times;
}

async function executionsOf({ client }: World, { workflowId }: Receiver): Promise<number> {
	return (await listExecutions(client, { workflowId, limit: 100 })).length;
}

async function measure(world: World, series: Series): Promise<object> {
	await post(world, { ...series, posts: WARM_UP_POSTS });
	const before = await executionsOf(world, series.receiver);
	const times = await post(world, series);
	return {
		posts: series.posts,
		medianMs: rounded(quantile(times, 0.5), 1),
		p95Ms: rounded(quantile(times, 0.95), 1),
		maxMs: rounded(quantile(times, 1), 1),
		executions: (await executionsOf(world, series.receiver)) - before,
	};
}

/** Bodies of 1,000 updates: statuses of which none is wanted, and messages that are. */
export async function statuses({ world, say }: RowContext): Promise<Result> {
	const credentials = await saveTriggerCredentials(world);
	const { appSecret } = credentials;
	const unwanted: Make = (name) => statusBatch(appSecret, { name, size: UPDATES, state: 'delivered' });
	const wanted: Make = (name) => messageBatch(appSecret, { name, size: UPDATES });
	const results: Record<string, object> = {};
	for (const contender of [
		ours(credentials, { events: ['messages', 'statuses'], filters: { statuses: ['failed'] } }),
		builtIn(credentials, ['failed']),
	]) {
		const receiver = await publish(world, contender, { keepExecutions: true });
		const filtered = await measure(world, { receiver, make: unwanted, posts: 40, apart: false });
		say(`statuses-1000 ${contender.id}: ${JSON.stringify(filtered)}`);
		const started = await measure(world, { receiver, make: wanted, posts: 20, apart: true });
		say(`statuses-1000 ${contender.id}, wanted: ${JSON.stringify(started)}`);
		results[contender.id] = { ...filtered, wanted: started };
		await deleteWorkflow(world.client, receiver.workflowId);
	}
	return { id: 'statuses-1000', ours: results.ours ?? {}, peer: results.builtIn, ratio: ratioOf(results) };
}

function ratioOf({ ours: own, builtIn: peer }: Record<string, object>): object | undefined {
	const median = (result: object | undefined) => (result !== undefined && 'medianMs' in result ? Number(result.medianMs) : Number.NaN);
	return { medianMs: rounded(median(own) / median(peer)) };
}
