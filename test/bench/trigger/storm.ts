import { allExecutions, getExecution, itemsOf } from '../../harness/n8n/executions';
import { deleteWorkflow } from '../../harness/n8n/workflows';
import { groupCpuMs } from '../host/processUsage';
import { watchReadiness } from '../host/readiness';
import { settle, type World } from '../host/world';
import { messageBatch, messageId, statusBatch, type Delivery } from './bodies';
import { builtIn, ours, publish, saveTriggerCredentials, type Contender, type Receiver } from './contenders';
import { Caller, type Answer } from './load';
import type { Result, RowContext } from './result';
import { quantile, rounded } from './statistics';

const STATUSES = 3000;
const MESSAGES = 100;
const STATES = ['sent', 'delivered', 'read'];
const CONNECTIONS = 16;
/** Meta repeats for days; a trigger that is still refusing then has lost the message. */
const MOST_ROUNDS = 5;

/** A POST of the storm; only messages have a name to be found again by. */
interface StormDelivery extends Delivery {
	messageName?: string;
}

interface Storm {
	wallMs: number;
	cpuMs: number;
	perSecond: number;
	/** Until the answer, of all and of the messages alone. */
	p95Ms: number;
	messageP95Ms: number;
	/** POSTs that were sent again because they were not answered 200. */
	repeated: number;
	executions: number;
	messages: { sent: number; once: number; doubled: number; lost: number };
	readinessFailures: number;
}

/** Statuses of as many messages, one a POST, with a customer's message after every thirtieth. */
function* storm(appSecret: string): Generator<StormDelivery> {
	for (let index = 0; index < STATUSES; index++) {
		const state = STATES[index % STATES.length] ?? '';
		yield statusBatch(appSecret, { name: `storm-${index}`, size: 1, state });
		if ((index + 1) % (STATUSES / MESSAGES) !== 0) continue;
		const name = `message-${index}`;
		yield { ...messageBatch(appSecret, { name, size: 1 }), messageName: name };
	}
}

/** As Meta does it: what is not answered 200 comes again. */
async function deliver(caller: Caller, { url, deliveries }: { url: string; deliveries: Iterable<StormDelivery> }) {
	const answers: Array<Answer<StormDelivery>> = [];
	let open: Iterable<StormDelivery> = deliveries;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const latest = await caller.postAll(url, open);
		answers.push(...latest);
		const refused = latest.filter(({ status }) => status !== 200);
		if (refused.length === 0) break;
		open = refused.map(({ delivery }) => delivery);
	}
	return answers;
}

/** How often each message ID came out of the trigger. */
async function outcomes(world: World, receiver: Receiver): Promise<{ executions: number; seen: Map<string, number> }> {
	const seen = new Map<string, number>();
	const runs = await allExecutions(world.client, receiver.workflowId);
	for (const { id } of runs) {
		const items = itemsOf(await getExecution(world.client, id), { node: 'Trigger' });
		for (const found of JSON.stringify(items.map(({ json }) => ({ ...json, raw: undefined }))).matchAll(/"(?:messageId|id)":"(wamid\.[^"]+)"/g)) {
			const [, wamid = ''] = found;
			seen.set(wamid, (seen.get(wamid) ?? 0) + 1);
		}
	}
	return { executions: runs.length, seen };
}

async function measure(world: World, run: { contender: Contender; appSecret: string }): Promise<Storm> {
	const receiver = await publish(world, run.contender, { keepExecutions: true });
	const caller = new Caller(CONNECTIONS);
	// Loads code, and has the node make what it makes once.
	await caller.postAll(receiver.url, [messageBatch(run.appSecret, { name: 'first', size: 1 })]);
	await settle(world);
	const readiness = watchReadiness(world.n8n.url);
	const cpuBefore = groupCpuMs(world.n8n.pid);
	const startedAt = performance.now();
	const answers = await deliver(caller, { url: receiver.url, deliveries: storm(run.appSecret) });
	const wallMs = performance.now() - startedAt;
	caller.close();
	const readinessFailures = await readiness();
	await settle(world);
	const cpuMs = groupCpuMs(world.n8n.pid) - cpuBefore;
	const { executions, seen } = await outcomes(world, receiver);
	await deleteWorkflow(world.client, receiver.workflowId);
	const names = new Set(answers.map(({ delivery }) => delivery.messageName).filter((name) => name !== undefined));
	const times = [...names].map((name) => seen.get(messageId(`${name}-0`)) ?? 0);
	return {
		wallMs: Math.round(wallMs),
		cpuMs,
		perSecond: rounded((1000 * (STATUSES + MESSAGES)) / wallMs, 1),
		p95Ms: rounded(quantile(answers.map(({ ms }) => ms), 0.95), 1),
		messageP95Ms: rounded(quantile(answers.filter(({ delivery }) => delivery.messageName !== undefined).map(({ ms }) => ms), 0.95), 1),
		repeated: answers.length - STATUSES - MESSAGES,
		executions: executions - 1,
		messages: {
			sent: times.length,
			once: times.filter((count) => count === 1).length,
			doubled: times.filter((count) => count > 1).length,
			lost: times.filter((count) => count === 0).length,
		},
		readinessFailures,
	};
}

/** 3,000 statuses that nobody waits for, while customers write. */
export async function stormRow({ world, say }: RowContext): Promise<Result> {
	const credentials = await saveTriggerCredentials(world);
	const { appSecret } = credentials;
	const own = await measure(world, {
		contender: ours(credentials, { events: ['messages', 'statuses'], filters: { statuses: ['failed'] } }),
		appSecret,
	});
	say(`storm-3000 ours: ${JSON.stringify(own)}`);
	const peer = await measure(world, { contender: builtIn(credentials, ['failed']), appSecret });
	say(`storm-3000 builtIn: ${JSON.stringify(peer)}`);
	const ratio = { wall: rounded(own.wallMs / peer.wallMs), cpu: rounded(own.cpuMs / peer.cpuMs) };
	return { id: 'storm-3000', ours: own, peer, ratio };
}
