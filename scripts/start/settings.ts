import type { WorkflowFile, WorkflowNode } from '../../test/harness/n8n/workflows';

const NODE_NAME = 'Settings';

/** A row of a Settings node. */
export interface Setting {
	id: string;
	name: string;
	/** `string`, `number`, `boolean`, `array` or `object`. */
	type: string;
	/** As n8n keeps it: arrays and objects as JSON text; an expression begins with `=`. */
	value: unknown;
}

/** The node that is edited in a journey. */
export function settingsNode({ nodes }: Pick<WorkflowFile, 'nodes'>): WorkflowNode | undefined {
	return nodes.find(({ name }) => name === NODE_NAME);
}

/** The rows of a Settings node, and of any other Set node. */
export function settingsOf(node: Pick<WorkflowNode, 'parameters'> | undefined): Setting[] {
	const given = node?.parameters.assignments as { assignments?: Setting[] } | undefined;
	return given?.assignments ?? [];
}

/** The node with other rows. */
export function withSettings(node: WorkflowNode, assignments: Setting[]): WorkflowNode {
	return { ...node, parameters: { ...node.parameters, assignments: { assignments } } };
}

/** The workflow with another value for a setting; others stay. */
export function withSetting<T extends WorkflowFile>(workflow: T, { name, change }: { name: string; change: (value: unknown) => unknown }): T {
	const settings = settingsNode(workflow);
	const rows = settingsOf(settings).map((row) => (row.name === name ? { ...row, value: change(row.value) } : row));
	return { ...workflow, nodes: workflow.nodes.map((node) => (node === settings ? withSettings(node, rows) : node)) };
}
