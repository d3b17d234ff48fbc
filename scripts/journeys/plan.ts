import { type CredentialReference } from '../../test/harness/n8n/credentials';
import { type WorkflowNode } from '../../test/harness/n8n/workflows';
import { withCredentials } from '../start/importJourneys';
import { hasRoutes, withRoutes } from '../start/routes';
import { settingsNode, settingsOf, withSettings } from '../start/settings';
import { type CatalogJourney, credentialTypes } from './catalog';
import { differences } from './difference';
import { KitError } from './kitError';
import { markOf, markedNode, noteFor } from './mark';
import { type ApiWorkflow, type WorkflowContent } from './publicApi';
import { type Settled, settle, writtenOf } from './settingsNode';
import { type Json, parsed } from './values';

/** A workflow of a journey in n8n. */
export interface KnownWorkflow {
	/** Name of the journey. */
	path: string;
	id: string;
}

/** What an import does to one workflow. */
export interface Plan {
	journey: CatalogJourney;
	/** What is in n8n; none when it is new. */
	stored: ApiWorkflow | undefined;
	content: WorkflowContent;
	/** What changes, in words; empty when nothing does. */
	lines: string[];
	/** Settings that the client changed and that stay. */
	kept: string[];
	/** By type of credential, the nodes that have none. */
	missing: Record<string, string[]>;
}

interface Given {
	journey: CatalogJourney;
	stored: ApiWorkflow | undefined;
	/** Settings that are wished. */
	wished: Record<string, Json>;
	/** By type. */
	credentials: Record<string, CredentialReference>;
	/** Where the routes of the inbox lead. */
	known: readonly KnownWorkflow[];
}

/** What n8n has added to a node, or the client has chosen in it, goes on. */
function carriedOver(node: WorkflowNode, stored: ApiWorkflow | undefined): WorkflowNode {
	const former =
		stored?.nodes.find(({ id }) => id === node.id) ?? stored?.nodes.find(({ name, type }) => name === node.name && type === node.type);
	if (former === undefined) return node;
	const used = credentialTypes({ name: '', nodes: [node], connections: {} });
	const chosen = Object.entries(former.credentials ?? {}).filter(([type, { id }]) => used.includes(type) && id);
	return {
		...node,
		...(former.webhookId !== undefined && { webhookId: former.webhookId }),
		...(chosen.length > 0 && { credentials: { ...node.credentials, ...Object.fromEntries(chosen) } }),
	};
}

function missingCredentials(nodes: readonly WorkflowNode[]): Record<string, string[]> {
	const missing: Record<string, string[]> = {};
	for (const { name, credentials } of nodes) {
		for (const [type, { id }] of Object.entries(credentials ?? {})) if (!id) (missing[type] ??= []).push(name);
	}
	return missing;
}

function settledRows({ journey, stored, wished }: Given): { rows: Settled[]; written: Record<string, string> } {
	const { written = {} } = (stored && markOf(stored)) ?? {};
	const storedNode = stored && (markedNode(stored) ?? settingsNode(stored));
	const shipped = settingsOf(settingsNode(journey.workflow));
	const rows = settle({ shipped, stored: settingsOf(storedNode), written, wished });
	return { rows, written: writtenOf(rows, written) };
}

function checkRoutes(name: string, rows: readonly Settled[]): void {
	const routes = rows.find(({ setting }) => setting.name === 'routes');
	if (routes !== undefined && !Array.isArray(parsed(routes.setting.value))) {
		throw new KitError(`${name}: "routes" in its Settings is no JSON list any more: mend it in n8n, or name it in the settings file`);
	}
}

/**
 * What n8n shall have of a journey, and how that differs from what it has.
 *
 * @throws KitError when the routes of the inbox cannot be read
 */
export function planWorkflow(given: Given): Plan {
	const { journey, stored, credentials, known } = given;
	const { rows, written } = settledRows(given);
	const nodes = journey.workflow.nodes.map((node) => {
		const current = carriedOver(node, stored);
		if (node !== settingsNode(journey.workflow)) return current;
		const settings = rows.map(({ setting }) => setting);
		return { ...withSettings(current, settings), notes: noteFor({ journey: journey.name, written }) };
	});
	let workflow = withCredentials({ ...journey.workflow, nodes }, credentials);
	if (hasRoutes(workflow)) {
		checkRoutes(journey.name, rows);
		workflow = withRoutes(workflow, known);
	}
	const { connections, settings = {} } = workflow;
	const content = { name: stored?.name ?? workflow.name, nodes: workflow.nodes, connections, settings };
	return {
		journey,
		stored,
		content,
		lines: stored === undefined ? [] : differences(stored, content),
		kept: rows.flatMap(({ setting, origin }) => (origin === 'client' ? [setting.name] : [])),
		missing: missingCredentials(content.nodes),
	};
}
