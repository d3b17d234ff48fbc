import { basename } from 'node:path';
import type { WorkflowFile } from '../../test/harness/n8n/workflows';

const SETTINGS = 'Settings';
const ROUTES = 'routes';

/** An entry of the inbox's routes: which messages begin a journey, and its workflow. */
interface Route {
	/** File name of the journey's workflow, without `.json`. */
	journey: string;
	/** ID of the workflow; empty while the journey is not in use. */
	workflow: string;
	[key: string]: unknown;
}

interface Assignment {
	name: string;
	value: unknown;
}

function assignmentsOf({ name, parameters }: WorkflowFile['nodes'][number]): Assignment[] {
	const { assignments } = (name === SETTINGS ? parameters.assignments : undefined) as { assignments?: Assignment[] } ?? {};
	return assignments ?? [];
}

/** Whether the workflow hands messages on to others, as the inbox does. */
export function hasRoutes(workflow: WorkflowFile): boolean {
	return workflow.nodes.some((node) => assignmentsOf(node).some(({ name }) => name === ROUTES));
}

/**
 * The workflow with the IDs of the journeys in its routes.
 *
 * @param workflows path of the file and ID of each workflow in n8n
 */
export function withRoutes(workflow: WorkflowFile, workflows: ReadonlyArray<{ path: string; id: string }>): WorkflowFile {
	const ids = new Map(workflows.map(({ path, id }) => [basename(path, '.json'), id]));
	const nodes = workflow.nodes.map((node) => {
		const assignments = assignmentsOf(node).map((assignment) => {
			if (assignment.name !== ROUTES) return assignment;
			const routes = JSON.parse(String(assignment.value)) as Route[];
			const linked = routes.map((route) => ({ ...route, workflow: ids.get(route.journey) ?? route.workflow }));
			return { ...assignment, value: JSON.stringify(linked, null, 1) };
		});
		return assignments.length === 0 ? node : { ...node, parameters: { ...node.parameters, assignments: { assignments } } };
	});
	return { ...workflow, nodes };
}
