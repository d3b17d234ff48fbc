import type { CredentialReference } from './credentials';
import type { N8nClient } from './n8nClient';
import { until } from './poll';

/** A node of a workflow file. */
export interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	parameters: Record<string, unknown>;
	credentials?: Record<string, CredentialReference>;
	[key: string]: unknown;
}

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

/** A workflow in n8n. */
export interface StoredWorkflow extends WorkflowFile {
	id: string;
	versionId: string;
	active: boolean;
}

interface PublicationStatus {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

function contentOf({ name, nodes, connections, settings }: WorkflowFile): WorkflowFile {
	// n8n 2.41 stores null when there is none, and then cannot run a single step from the editor.
	return { name, nodes, connections, settings: settings ?? {}, pinData: {} };
}

/** @returns the workflow, or undefined when it was deleted or archived */
export async function findWorkflow(client: N8nClient, id: string): Promise<StoredWorkflow | undefined> {
	const { exists } = await client.request<{ exists: boolean }>({
		method: 'GET',
		path: `/rest/workflows/${id}/exists`,
	});
	if (!exists) return undefined;
	const found = await client.request<StoredWorkflow & { isArchived?: boolean }>({
		method: 'GET',
		path: `/rest/workflows/${id}`,
	});
	return found.isArchived ? undefined : found;
}

/** Stores a workflow as a new one. */
export async function createWorkflow(client: N8nClient, workflow: WorkflowFile): Promise<StoredWorkflow> {
	return await client.request<StoredWorkflow>({ method: 'POST', path: '/rest/workflows', body: contentOf(workflow) });
}

/** Gives a stored workflow other nodes, connections and settings. */
export async function updateWorkflow(
	client: N8nClient,
	{ stored, workflow }: { stored: StoredWorkflow; workflow: WorkflowFile },
): Promise<StoredWorkflow> {
	return await client.request<StoredWorkflow>({
		method: 'PATCH',
		path: `/rest/workflows/${stored.id}`,
		body: { ...contentOf(workflow), versionId: stored.versionId },
	});
}

async function settledStatus(client: N8nClient, id: string): Promise<PublicationStatus> {
	return await until({ what: `n8n to publish workflow ${id}`, timeoutMs: 60_000 }, async () => {
		const status = await client.request<PublicationStatus>({
			method: 'GET',
			path: `/rest/workflows/${id}/publication-status`,
		});
		return status.status === 'in_progress' ? undefined : status;
	});
}

/** Takes a workflow off the air, and waits until n8n has removed its webhooks. */
export async function unpublishWorkflow(client: N8nClient, id: string): Promise<void> {
	await client.request({ method: 'POST', path: `/rest/workflows/${id}/deactivate`, body: {} });
	await until({ what: `n8n to unpublish workflow ${id}` }, async () => {
		const { status } = await settledStatus(client, id);
		return status === 'not_published' ? true : undefined;
	});
}

/**
 * Publishes the newest version of a workflow anew, so that its triggers register once more, and waits until they have:
 * n8n 2.41 answers the request before it does the work.
 *
 * @throws Error with what a trigger said when it could not register
 */
export async function publishWorkflow(client: N8nClient, id: string): Promise<void> {
	const stored = await client.request<StoredWorkflow>({ method: 'GET', path: `/rest/workflows/${id}` });
	if (stored.active) await unpublishWorkflow(client, id);
	const { versionId } = await client.request<StoredWorkflow>({ method: 'GET', path: `/rest/workflows/${id}` });
	await client.request({ method: 'POST', path: `/rest/workflows/${id}/activate`, body: { versionId } });
	const status = await until({ what: `n8n to take up workflow ${id}` }, async () => {
		const settled = await settledStatus(client, id);
		return settled.status === 'not_published' ? undefined : settled;
	});
	if (status.status === 'published') return;
	const reasons = status.triggers.flatMap(({ errorMessage }) => (errorMessage ? [errorMessage] : []));
	throw new Error(`n8n could not publish "${stored.name}": ${reasons.join('; ') || status.status}`);
}

/** Deletes a workflow; n8n wants it archived first. */
export async function deleteWorkflow(client: N8nClient, id: string): Promise<void> {
	const stored = await findWorkflow(client, id);
	if (stored?.active) await unpublishWorkflow(client, id);
	await client.request({ method: 'POST', path: `/rest/workflows/${id}/archive`, body: {} });
	await client.request({ method: 'DELETE', path: `/rest/workflows/${id}` });
}
