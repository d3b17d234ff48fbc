import axios from 'axios';
import { groupCpuMs, watchMemory } from '../host/processUsage';
import { watchReadiness } from '../host/readiness';
import { settle, type World } from '../host/world';

/** What one run of the node under test cost and brought about. */
export interface Measurement {
	/** From the moment the node began until it was done, in milliseconds. */
	wallMs: number;
	/** Processor time of n8n and its task runner in that time. */
	cpuMs: number;
	/** Messages that the sandbox accepted. */
	accepted: number;
	/** Messages that it did not. */
	lost: number;
	perSecond: number;
	/** Highest resident memory of n8n in that time, less that at its start. */
	rssGrowthMB: number;
	uploads: number;
	/** Connections that carried a call. */
	connections: number;
	/** Calls that the sandbox refused, by Meta's code; a message may be sent again after. */
	refusedByCode: Record<string, number>;
	/** Probes of n8n's readiness, ten a second, that were refused or took over two seconds. */
	readinessFailures: number;
}

interface Cost {
	wallMs: number;
	cpuMs: number;
	rssBytes: number;
}

/** Measures between the two marks of the workflow. */
function costBetweenMarks({ helper, n8n }: World): Promise<Cost> {
	return new Promise((resolve) => {
		helper.onMark('start', () => {
			const cpuBefore = groupCpuMs(n8n.pid);
			const growth = watchMemory(n8n.pid);
			const startedAt = performance.now();
			helper.onMark('end', () => {
				const wallMs = performance.now() - startedAt;
				resolve({ wallMs, cpuMs: groupCpuMs(n8n.pid) - cpuBefore, rssBytes: growth() });
			});
		});
	});
}

/** Sends to all people by the workflow behind the path. @throws Error when n8n does not end the run */
export async function measure(world: World, run: { path: string; people: object[] }): Promise<Measurement> {
	const { n8n, sandbox } = world;
	await settle(world);
	await sandbox.takeCounters();
	const readiness = watchReadiness(n8n.url);
	const cost = costBetweenMarks(world);
	await axios.post(`${n8n.url}/webhook/${run.path}`, { people: run.people }, { proxy: false });
	const { wallMs, cpuMs, rssBytes } = await cost;
	await settle(world);
	const readinessFailures = await readiness();
	const { messagesAccepted: accepted, uploads, connections, refusedByCode } = await sandbox.takeCounters();
	return {
		wallMs: Math.round(wallMs),
		cpuMs,
		accepted,
		lost: run.people.length - accepted,
		perSecond: Math.round((1000 * accepted) / wallMs),
		rssGrowthMB: Math.round(rssBytes / 1024 / 1024),
		uploads,
		connections,
		refusedByCode,
		readinessFailures,
	};
}
