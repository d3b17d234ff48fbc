import { hasRoutes } from '../start/routes';
import { apply } from './apply';
import { type CatalogJourney, chooseJourneys, credentialTypes } from './catalog';
import { type ClientFile } from './clientFile';
import { checkClientFile, wishesFor } from './clientWishes';
import { type ResolvedCredential, references, resolveCredentials, rightsFor, saveCredentials } from './credentials';
import { type Installed, installedJourneys, refuseTwins } from './installed';
import { KitError } from './kitError';
import { type KnownWorkflow, type Plan, planWorkflow } from './plan';
import { checkN8n, importRights } from './preflight';
import { type PublicApi } from './publicApi';

/** What to import, and how. */
export interface ImportOptions {
	api: PublicApi;
	catalog: readonly CatalogJourney[];
	/** Journeys; those of the client's file when empty. */
	names: readonly string[];
	file: ClientFile;
	/** Only says what would change. */
	dryRun: boolean;
	/** Publishes nothing, so credentials may be missing. */
	draft: boolean;
	/** Gives credentials that are there already the values of the client's file. */
	renew: boolean;
	say: (line: string) => void;
}

/** Everything that is known before something is changed. */
interface Prepared {
	journeys: CatalogJourney[];
	installed: Installed;
	resolved: ResolvedCredential[];
	/** Whether the key may test credentials. */
	canTest: boolean;
}

function wantedJourneys({ catalog, names, file }: ImportOptions): CatalogJourney[] {
	const wanted = names.length > 0 ? names : Object.keys(file.journeys);
	if (wanted.length > 0) return chooseJourneys(catalog, wanted);
	throw new KitError('Which journeys? Name them after "import", or under "journeys" in the settings file; "list" shows all');
}

/** An inbox that is there has to learn of new journeys; and who hands messages on comes last, when the IDs of the others are known. */
function withInbox(journeys: readonly CatalogJourney[], { catalog, installed }: { catalog: readonly CatalogJourney[]; installed: Installed }): CatalogJourney[] {
	const isNew = journeys.some(({ name }) => !installed.has(name));
	const inboxes = catalog.filter(({ name, workflow }) => isNew && installed.has(name) && hasRoutes(workflow));
	return [...new Set([...journeys, ...inboxes])].sort((one, other) => Number(hasRoutes(one.workflow)) - Number(hasRoutes(other.workflow)));
}

async function prepare(options: ImportOptions): Promise<Prepared> {
	const { api, catalog, file, draft, renew } = options;
	checkClientFile(file, catalog);
	const named = wantedJourneys(options);
	const wishes = Object.values(file.credentials);
	const rights = await checkN8n(api, [...importRights({ draft }), ...rightsFor(wishes, { renew })]);
	const workflows = await api.workflows();
	const installed = installedJourneys(workflows, file.workflows);
	refuseTwins(workflows, { journeys: named, installed });
	const journeys = withInbox(named, { catalog, installed });
	const types = [...new Set(journeys.flatMap(({ workflow }) => credentialTypes(workflow)))];
	const resolved = await resolveCredentials({ api, wishes: file.credentials, types });
	return { journeys, installed, resolved, canTest: rights.includes('credential:read') };
}

function knownWorkflows(installed: Installed): KnownWorkflow[] {
	return [...installed].map(([path, { id }]) => ({ path, id }));
}

function planOne(journey: CatalogJourney, given: { prepared: Prepared; file: ClientFile; known: readonly KnownWorkflow[] }): Plan {
	const { prepared, file, known } = given;
	const stored = prepared.installed.get(journey.name);
	return planWorkflow({ journey, stored, wished: wishesFor(journey, file), credentials: references(prepared.resolved), known });
}

/** @throws KitError with all credentials that nobody has chosen */
function refuseMissing(plans: readonly Plan[]): void {
	const lines = plans.flatMap(({ journey, missing }) =>
		Object.entries(missing).map(([type, nodes]) => `  ${journey.name}: ${type} (${nodes.join(', ')})`),
	);
	if (lines.length === 0) return;
	throw new KitError(
		['These credentials are missing, so n8n could not publish:', ...lines, 'Name them under "credentials" in the settings file, or import with --draft and choose them in n8n.'].join('\n'),
	);
}

async function tellCredentials({ api, say }: ImportOptions, { resolved, canTest }: Prepared): Promise<void> {
	for (const { type, name, id } of resolved) {
		if (id === undefined || !canTest) {
			say(`Credential "${name}" (${type})${id === undefined ? ': is made' : ''}`);
			continue;
		}
		const { status, message } = await api.testCredential(id).catch((error: unknown) => {
			return { status: 'Error', message: error instanceof Error ? error.message : String(error) };
		});
		say(`Credential "${name}" (${type}): ${status === 'OK' ? 'works' : `its test says: ${message}`}`);
	}
}

/** New journeys have no ID yet when it is only said what would be done. */
function placeholders(journeys: readonly CatalogJourney[], installed: Installed): KnownWorkflow[] {
	return journeys.filter(({ name }) => !installed.has(name)).map(({ name }) => ({ path: name, id: `(${name}, new)` }));
}

/**
 * Imports journeys into an n8n, or brings them up to date.
 *
 * @returns how many could not be published
 * @throws KitError before anything is changed when something is wrong with the file, the key, the n8n or the names
 */
export async function importCommand(options: ImportOptions): Promise<number> {
	const { api, file, dryRun, draft, renew, say } = options;
	const prepared = await prepare(options);
	const { journeys, installed } = prepared;
	const known = [...knownWorkflows(installed), ...placeholders(journeys, installed)];
	const plans = journeys.map((journey) => planOne(journey, { prepared, file, known }));
	if (!draft) refuseMissing(plans);
	if (!dryRun) prepared.resolved = await saveCredentials(api, { resolved: prepared.resolved, renew });
	await tellCredentials(options, prepared);
	let failures = 0;
	for (const journey of journeys) {
		const plan = planOne(journey, { prepared, file, known: dryRun ? known : knownWorkflows(installed) });
		const { workflow, isDone } = await apply(plan, { api, dryRun, draft, say });
		if (workflow !== undefined) installed.set(journey.name, workflow);
		if (!isDone) failures += 1;
	}
	if (dryRun) say('Nothing was changed.');
	return failures;
}
