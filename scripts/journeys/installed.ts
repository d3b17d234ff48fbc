import { webhookPaths } from '../start/journeyFiles';
import { type CatalogJourney } from './catalog';
import { KitError } from './kitError';
import { markOf } from './mark';
import { type ApiWorkflow } from './publicApi';

/** Journeys that are in an n8n, by name. */
export type Installed = Map<string, ApiWorkflow>;

/**
 * The journeys among the workflows of an n8n: those that a former import marked, and those that the client's file names by ID.
 *
 * @throws KitError when two workflows are the same journey, or an ID is of none
 */
export function installedJourneys(workflows: readonly ApiWorkflow[], byId: Record<string, string>): Installed {
	const installed: Installed = new Map();
	for (const [journey, id] of Object.entries(byId)) {
		const workflow = workflows.find((candidate) => candidate.id === id);
		if (workflow === undefined) throw new KitError(`"workflows" → "${journey}": n8n has no workflow with the ID ${id}`);
		installed.set(journey, workflow);
	}
	for (const workflow of workflows) {
		const journey = markOf(workflow)?.journey;
		if (journey === undefined || byId[journey] !== undefined) continue;
		const other = installed.get(journey);
		if (other !== undefined) {
			throw new KitError(
				`n8n has two workflows that are ${journey}: "${other.name}" (${other.id}) and "${workflow.name}" (${workflow.id}). ` +
					`Archive one, or say which with "workflows": {"${journey}": "${workflow.id}"} in the settings file`,
			);
		}
		installed.set(journey, workflow);
	}
	return installed;
}

function isTwin(workflow: ApiWorkflow, journey: CatalogJourney): boolean {
	if (markOf(workflow) !== undefined) return false;
	const taken = webhookPaths(workflow);
	return workflow.name === journey.workflow.name || webhookPaths(journey.workflow).some((path) => taken.includes(path));
}

/**
 * Looks for journeys that somebody imported by hand: a second one beside it could not be published, because both want the same
 * webhook addresses.
 *
 * @throws KitError that tells how to bring them up to date instead
 */
export function refuseTwins(workflows: readonly ApiWorkflow[], given: { journeys: readonly CatalogJourney[]; installed: Installed }): void {
	const { journeys, installed } = given;
	const adopted = new Set([...installed.values()].map(({ id }) => id));
	const lines = journeys
		.filter(({ name }) => !installed.has(name))
		.flatMap((journey) => {
			const twin = workflows.find((workflow) => !adopted.has(workflow.id) && isTwin(workflow, journey));
			if (twin === undefined) return [];
			return [`n8n has ${journey.name} already, as "${twin.name}" (${twin.id}), which was imported by hand. Archive it, or have it ` +
				`brought up to date by "workflows": {"${journey.name}": "${twin.id}"} in the settings file`];
		});
	if (lines.length > 0) throw new KitError(lines.join('\n'));
}

const LISTENER = /webhook$|trigger$/i;
/** They begin no workflow by themselves. */
const NO_LISTENER = /\.(executeWorkflowTrigger|manualTrigger|errorTrigger|respondToWebhook)$/;

/** Whether n8n has to register something for a workflow, such as a webhook or a schedule. */
export function listens({ workflow }: CatalogJourney): boolean {
	return workflow.nodes.some(({ type, disabled }) => LISTENER.test(type) && !NO_LISTENER.test(type) && disabled !== true);
}
