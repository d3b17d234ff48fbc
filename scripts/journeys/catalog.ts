import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type WorkflowFile } from '../../test/harness/n8n/workflows';
import { CREDENTIAL_TYPE } from '../start/importJourneys';
import { readJourneyFiles } from '../start/journeyFiles';
import { KitError } from './kitError';

const ROOT = join(__dirname, '..', '..', 'workflows');

/** Databases for the contact record, which have no settings. */
const NO_JOURNEY = /^store-/;

/** A journey that can be imported. */
export interface CatalogJourney {
	/** Its file without `.json`, such as `cod-confirmation-shopify`. */
	name: string;
	/** Folder below `workflows/`, such as `cod-confirmation`. */
	folder: string;
	workflow: WorkflowFile;
}

/** All journeys of a folder, by name. */
export function readCatalog(root: string = ROOT): CatalogJourney[] {
	const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !NO_JOURNEY.test(entry.name));
	const { workflows } = readJourneyFiles(root, folders.map(({ name }) => name));
	return workflows
		.map(({ path, workflow }) => ({ name: basename(path, '.json'), folder: dirname(path), workflow }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function journeyNamed(catalog: readonly CatalogJourney[], name: string): CatalogJourney {
	const found = catalog.find((journey) => journey.name === name);
	if (found !== undefined) return found;
	const variants = catalog.filter(({ folder }) => folder === name).map((journey) => journey.name);
	if (variants.length > 0) throw new KitError(`"${name}" has a workflow for each store: name ${variants.join(' or ')}`);
	const known = catalog.map((journey) => `  ${journey.name}`).join('\n');
	throw new KitError(`There is no journey "${name}". There are:\n${known}`);
}

/**
 * The journeys of these names, each once.
 *
 * @throws KitError with the names that there are
 */
export function chooseJourneys(catalog: readonly CatalogJourney[], names: readonly string[]): CatalogJourney[] {
	return [...new Set(names)].map((name) => journeyNamed(catalog, name));
}

/** Types of the credentials that the nodes of a workflow use. */
export function credentialTypes({ nodes }: WorkflowFile): string[] {
	const used = nodes.flatMap(({ type, credentials }) => [
		...Object.keys(credentials ?? {}),
		...(type.startsWith('n8n-nodes-whatsapp-journeys.') ? [CREDENTIAL_TYPE] : []),
	]);
	return [...new Set(used)].sort();
}
