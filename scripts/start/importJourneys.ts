import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CredentialReference } from '../../test/harness/n8n/credentials';
import type { N8nClient } from '../../test/harness/n8n/n8nClient';
import {
	type WorkflowFile,
	createWorkflow,
	findWorkflow,
	publishWorkflow,
	updateWorkflow,
} from '../../test/harness/n8n/workflows';
import type { JourneyFile } from './journeyFiles';
import { hasRoutes, withRoutes } from './routes';

export const CREDENTIAL_TYPE = 'whatsAppBusinessPlatformApi';

const OUR_NODE = /^n8n-nodes-whatsapp-journeys\./;

/** A journey in n8n. */
export interface ImportedJourney {
	/** Path of its file, such as `order-updates/order-updates.json`. */
	path: string;
	id: string;
	workflow: WorkflowFile;
}

/** What a former start imported: by file, the workflow and a hash of the file. */
type ImportRecord = Record<string, { id: string; hash: string }>;

async function readRecord(path: string): Promise<ImportRecord> {
	try {
		return JSON.parse(await readFile(path, 'utf8')) as ImportRecord;
	} catch {
		return {};
	}
}

/** The workflow with our credential in every node that uses one. */
export function withCredential(workflow: WorkflowFile, credential: CredentialReference): WorkflowFile {
	return withCredentials(workflow, { [CREDENTIAL_TYPE]: credential });
}

/** The workflow with the credentials of these types in every node that uses one. */
export function withCredentials(workflow: WorkflowFile, credentials: Record<string, CredentialReference>): WorkflowFile {
	const nodes = workflow.nodes.map((node) => {
		const used = [...Object.keys(node.credentials ?? {}), ...(OUR_NODE.test(node.type) ? [CREDENTIAL_TYPE] : [])];
		const known = used.flatMap((type) => (credentials[type] === undefined ? [] : [[type, credentials[type]] as const]));
		return known.length === 0 ? node : { ...node, credentials: { ...node.credentials, ...Object.fromEntries(known) } };
	});
	return { ...workflow, nodes };
}

/**
 * Imports each workflow once and publishes it. A file that changed since replaces what was imported; one that did not
 * leaves the workflow as its user edited it. Published anew each time, because the sandbox forgets subscriptions.
 */
export async function importJourneys(options: {
	client: N8nClient;
	files: readonly JourneyFile[];
	/** By type. */
	credentials: Record<string, CredentialReference>;
	dataDir: string;
}): Promise<ImportedJourney[]> {
	const { client, files, credentials } = options;
	const recordPath = join(options.dataDir, 'journeys.json');
	const record = await readRecord(recordPath);
	const imported: ImportedJourney[] = [];
	// Who hands messages on needs the IDs of the others.
	const inOrder = [...files].sort((one, other) => Number(hasRoutes(one.workflow)) - Number(hasRoutes(other.workflow)));
	for (const { path, workflow } of inOrder) {
		const routed = hasRoutes(workflow) ? withRoutes(workflow, imported) : workflow;
		const content = withCredentials(routed, credentials);
		const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
		const former = record[path];
		const stored = former && (await findWorkflow(client, former.id));
		let id = stored?.id;
		if (stored === undefined) ({ id } = await createWorkflow(client, content));
		else if (former?.hash !== hash) await updateWorkflow(client, { stored, workflow: content });
		if (id === undefined) throw new Error(`n8n gave ${path} no ID`);
		record[path] = { id, hash };
		await writeFile(recordPath, JSON.stringify(record));
		imported.push({ path, id, workflow });
	}
	for (const { id } of imported) await publishWorkflow(client, id);
	return imported;
}
