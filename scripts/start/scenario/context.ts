import type { N8nClient } from '../../../test/harness/n8n/n8nClient';
import type { ImportedJourney } from '../importJourneys';
import type { SandboxClient } from '../sandboxClient';

/** The Data Table in which the package keeps consent. */
export const CONSENT_TABLE = 'whatsapp_consent';

/** Customers that every sandbox knows. */
export const ANA = '15550123456';
export const BEN = '15550123457';

/** The title of the quick reply under every update. */
export const STOP_BUTTON = 'Stop updates';

/** What the steps of the scenario work on. */
export interface ScenarioContext {
	sandbox: SandboxClient;
	client: N8nClient;
	journeys: readonly ImportedJourney[];
}

/** One step; it fails by throwing. */
export interface ScenarioStep {
	name: string;
	run(context: ScenarioContext): Promise<void>;
}

const OUR_PACKAGE = 'n8n-nodes-whatsapp-journeys';

/** A node of the journeys: the workflow's ID and the node's name. */
export interface FoundNode {
	workflowId: string;
	name: string;
}

/** The nodes of the journeys that are of a type of ours and have these parameters. */
export function findNodes(
	context: ScenarioContext,
	{ type, parameters = {} }: { type: 'whatsAppBusiness' | 'whatsAppBusinessTrigger'; parameters?: Record<string, string> },
): FoundNode[] {
	return context.journeys.flatMap(({ id, workflow }) =>
		workflow.nodes
			.filter((node) => node.type === `${OUR_PACKAGE}.${type}`)
			.filter((node) => Object.entries(parameters).every(([name, value]) => node.parameters[name] === value))
			.map((node) => ({ workflowId: id, name: node.name })),
	);
}
