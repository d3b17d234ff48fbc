import { until } from '../../test/harness/n8n/poll';
import { listens } from './installed';
import { type Plan } from './plan';
import { ApiError, type ApiWorkflow, type PublicApi } from './publicApi';

const REGISTERED_WITHIN_MS = 20_000;

interface How {
	api: PublicApi;
	dryRun: boolean;
	draft: boolean;
	say: (line: string) => void;
}

/** What became of one workflow. */
export interface Applied {
	/** None when nothing was to be changed in earnest. */
	workflow?: ApiWorkflow;
	isDone: boolean;
}

function isPublished({ active, activeVersionId, versionId }: ApiWorkflow): boolean {
	return active && activeVersionId === versionId;
}

function describe({ stored, content, lines, kept }: Plan): string[] {
	const first = stored === undefined ? [`new workflow "${content.name}"`] : lines;
	return [...first, ...kept.map((name) => `Settings: ${name} stays as it was changed in n8n`)];
}

/** @returns why it could not be published, in n8n's words */
async function publish(plan: Plan, { api, id }: { api: PublicApi; id: string }): Promise<string | undefined> {
	try {
		await api.publish(id);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		return error.status === 409 ? `another workflow in n8n has the same webhook address. ${error.message}` : error.message;
	}
	if (!listens(plan.journey)) return undefined;
	const registered = async () => ((await api.workflow(id)).triggerCount > 0 ? true : undefined);
	return await until({ what: 'n8n', timeoutMs: REGISTERED_WITHIN_MS }, registered).then(
		() => undefined,
		() => 'n8n has not registered its trigger. Open it in n8n to see why',
	);
}

async function save({ stored, content, lines }: Plan, api: PublicApi): Promise<ApiWorkflow> {
	if (stored === undefined) return await api.createWorkflow(content);
	return lines.length === 0 ? stored : await api.updateWorkflow(stored.id, content);
}

/** Does to n8n what a plan says, and tells it line by line. */
export async function apply(plan: Plan, { api, dryRun, draft, say }: How): Promise<Applied> {
	const { journey, stored, lines } = plan;
	const willPublish = !draft && (stored === undefined || lines.length > 0 || !isPublished(stored));
	const isCurrent = stored !== undefined && lines.length === 0 && !willPublish;
	say(`${journey.name}: ${isCurrent ? 'up to date' : stored === undefined ? 'new' : 'changes'}`);
	for (const line of describe(plan)) say(`  ${line}`);
	if (dryRun) {
		if (willPublish) say('  would be published');
		return { isDone: true };
	}
	const workflow = await save(plan, api);
	const problem = willPublish ? await publish(plan, { api, id: workflow.id }) : undefined;
	if (problem !== undefined) say(`  NOT published: ${problem.replace(/\n+/g, '\n    ')}`);
	else if (willPublish) say('  published');
	say(`  ${api.url}/workflow/${workflow.id}`);
	return { workflow, isDone: problem === undefined };
}
