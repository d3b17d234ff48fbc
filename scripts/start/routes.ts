import { basename } from 'node:path';
import type { WorkflowFile } from '../../test/harness/n8n/workflows';
import { settingsNode, settingsOf, withSetting } from './settings';

const ROUTES = 'routes';

/** An entry of the inbox's routes: which messages begin a journey, and its workflow. */
interface Route {
	/** File name of the journey's workflow, without `.json`. */
	journey: string;
	/** ID of the workflow; empty while the journey is not in use. */
	workflow: string;
	[key: string]: unknown;
}

/** Whether the workflow hands messages on to others, as the inbox does. */
export function hasRoutes(workflow: WorkflowFile): boolean {
	return settingsOf(settingsNode(workflow)).some(({ name }) => name === ROUTES);
}

/**
 * The workflow with the IDs of the journeys in its routes.
 *
 * @param workflows path of the file and ID of each workflow in n8n
 */
export function withRoutes(workflow: WorkflowFile, workflows: ReadonlyArray<{ path: string; id: string }>): WorkflowFile {
	const ids = new Map(workflows.map(({ path, id }) => [basename(path, '.json'), id]));
	const linked = (value: unknown) => {
		const routes = JSON.parse(String(value)) as Route[];
		return JSON.stringify(routes.map((route) => ({ ...route, workflow: ids.get(route.journey) ?? route.workflow })), null, 1);
	};
	return withSetting(workflow, { name: ROUTES, change: linked });
}
