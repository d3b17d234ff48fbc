import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { WorkflowFile } from '../../test/harness/n8n/workflows';

const TEMPLATES_FILE = 'templates.json';
const WEBHOOK_NODE = 'n8n-nodes-base.webhook';

/** A template definition as `POST /{waba}/message_templates` takes it. */
export interface TemplateDefinition {
	name: string;
	language: string;
	[key: string]: unknown;
}

/** A workflow file of a journey. */
export interface JourneyFile {
	/** Path below the folder of journeys, such as `order-updates/order-updates.json`. */
	path: string;
	workflow: WorkflowFile;
}

/** Everything in a folder of journeys. */
export interface JourneyFiles {
	workflows: JourneyFile[];
	templates: TemplateDefinition[];
}

function jsonFilesIn(folder: string): string[] {
	const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return names.sort().map((name) => join(folder, name));
}

/**
 * Reads the journeys of a folder, with their workflow files and templates.
 *
 * @param names the folders to read; each that has a `templates.json` when left out
 */
export function readJourneyFiles(root: string, names?: readonly string[]): JourneyFiles {
	if (!existsSync(root)) return { workflows: [], templates: [] };
	// Store workflows have no templates, and a database of the operator's.
	const folders = readdirSync(root, { withFileTypes: true }).filter(
		({ name }) => names?.includes(name) ?? existsSync(join(root, name, TEMPLATES_FILE)),
	);
	const files = folders.flatMap((folder) => jsonFilesIn(join(root, folder.name)));
	const isTemplates = (path: string) => path.endsWith(TEMPLATES_FILE);
	const read = (path: string) => readFileSync(path, 'utf8');
	return {
		workflows: files
			.filter((path) => !isTemplates(path))
			.map((path) => ({ path: relative(root, path), workflow: JSON.parse(read(path)) as WorkflowFile })),
		templates: files.filter(isTemplates).flatMap((path) => JSON.parse(read(path)) as TemplateDefinition[]),
	};
}

/** Paths of the Webhook nodes of a workflow, such as `order-updates/order`. */
export function webhookPaths(workflow: WorkflowFile): string[] {
	return workflow.nodes.flatMap(({ type, parameters }) =>
		type === WEBHOOK_NODE && typeof parameters.path === 'string' ? [parameters.path] : [],
	);
}
