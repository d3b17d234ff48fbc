import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';
import type { TemplateDefinition } from '../../core/template/definition';
import { settingsOf } from '../../scripts/start/settings';
import { Graph } from './graph';

const ROOT = join(__dirname, '../../workflows');

/** Subflows that keep contact data elsewhere: no journeys. */
const NO_JOURNEYS = /^store-/;

interface Exported {
	name: string;
	nodes: INode[];
	connections: IConnections;
	pinData?: object;
	meta?: object;
}

/** A workflow as it ships, with the templates of its folder. */
export class WorkflowFile {
	readonly graph: Graph;

	constructor(
		/** Without its ending. */
		readonly name: string,
		readonly content: Exported,
		readonly templates: readonly TemplateDefinition[],
	) {
		this.graph = new Graph(content.nodes, content.connections);
	}

	get nodes(): INode[] {
		return this.content.nodes;
	}

	/** Values of its Settings by name; those of objects and arrays are parsed. */
	get settings(): Map<string, unknown> {
		const rows = settingsOf(this.nodes.find(({ name }) => name === 'Settings'));
		return new Map(rows.map(({ name, value, type }) => [name, ['object', 'array'].includes(type) ? parsed(value) : value]));
	}

	/** What a rule says about a node. */
	finding(node: INode, text: string): string {
		return `${this.name}.json: ${node.name}: ${text}`;
	}
}

function parsed(value: unknown): unknown {
	return typeof value === 'string' && !value.startsWith('=') ? JSON.parse(value) : value;
}

/** Every text within a value, however deep. */
export function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function readJson(...path: string[]): unknown {
	return JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));
}

function readFolder(folder: string): WorkflowFile[] {
	const files = readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.json') && file !== 'templates.json');
	const templates = existsSync(join(ROOT, folder, 'templates.json')) ? readJson(folder, 'templates.json') : [];
	return files.map(
		(file) => new WorkflowFile(file.replace('.json', ''), readJson(folder, file) as Exported, templates as TemplateDefinition[]),
	);
}

/** The journeys by folder. */
export function readJourneys(): Map<string, WorkflowFile[]> {
	const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !NO_JOURNEYS.test(entry.name));
	return new Map(folders.map(({ name }) => [name, readFolder(name)]));
}
