import type { INode } from 'n8n-workflow';
import { isNote, isStart, typeOf } from './graph';
import { isQuestion, isSend } from './sends';
import type { WorkflowFile } from './workflowFile';

const MOST_CODE_LINES = 40;

interface TableParameters {
	resource?: string;
	operation?: string;
	tableName?: string;
	dataTableId?: { value?: string };
	options?: { createIfNotExists?: boolean };
}

/** Files can be imported side by side, and are as they were made. */
export function hasOwnNames(file: WorkflowFile): string[] {
	const paths = file.nodes.filter((node) => typeOf(node) === 'webhook');
	const foreign = paths.filter(({ parameters: { path } }) => path !== file.name && !String(path).startsWith(`${file.name}/`));
	const double = file.nodes.filter(({ name }, at) => file.nodes.findIndex((other) => other.name === name) !== at);
	const { pinData = {}, meta = {} } = file.content;
	return [
		...foreign.map((node) => file.finding(node, `has a path that does not begin with the file's name: ${String(node.parameters.path)}`)),
		...double.map((node) => file.finding(node, 'is not the only node of its name')),
		...(Object.keys(pinData).length > 0 ? [`${file.name}.json: has pinned data`] : []),
		...('instanceId' in meta || 'id' in file.content ? [`${file.name}.json: has IDs of an n8n`] : []),
	];
}

/** Agents' models and tools hang on another node, not behind it. */
function isPart({ graph }: WorkflowFile, node: INode): boolean {
	return Object.keys(graph.connections[node.name] ?? {}).some((type) => type.startsWith('ai_'));
}

/** Every node takes part, and every failed send is seen. */
export function isConnected(file: WorkflowFile): string[] {
	const reached = file.graph.after(file.nodes.filter(isStart));
	const loose = file.nodes.filter((node) => !isNote(node) && !reached.has(node) && !isPart(file, node));
	const lost = file.nodes.filter((node) => {
		const output = isQuestion(node) ? 'Undeliverable' : 'Error';
		return isSend(node) && !file.graph.edgesOf(node).some((edge) => edge.output === output);
	});
	return [
		...loose.map((node) => file.finding(node, 'is reached from no start')),
		...lost.map((node) => file.finding(node, 'loses what could not be sent: that output leads nowhere')),
	];
}

/** Tables are made by the workflow, whoever comes first. */
export function makesItsTables(file: WorkflowFile): string[] {
	const tables = file.nodes.filter((node) => typeOf(node) === 'dataTable');
	const isMaker = ({ parameters }: INode) => (parameters as TableParameters).resource === 'table';
	const names = new Set(tables.filter(isMaker).map(({ name }) => name));
	return tables.flatMap((node) => {
		const { tableName, dataTableId, options } = node.parameters as TableParameters;
		if (!isMaker(node)) {
			const maker = /\$\('([^']+)'\)\.first\(\)\.json\.id/.exec(dataTableId?.value ?? '')?.[1];
			return maker !== undefined && names.has(maker) ? [] : [file.finding(node, 'uses a table that the workflow does not make')];
		}
		return [
			...(/^journey_[a-z_]+$/.test(tableName ?? '') ? [] : [file.finding(node, `has a table of another name: ${tableName}`)]),
			...(options?.createIfNotExists === true ? [] : [file.finding(node, 'has no Reuse Existing Tables')]),
			...(node.retryOnFail === true ? [] : [file.finding(node, 'has no Retry On Fail')]),
		];
	});
}

/** Somebody who opens the workflow reads where to begin. */
export function hasNotes(file: WorkflowFile): string[] {
	return file.nodes.some((node) => isNote(node) && node.name === 'Note: Start Here') ? [] : [`${file.name}.json: has no note where to start`];
}

/** Code is short, and says why no node does it. */
export function hasLittleCode(file: WorkflowFile): string[] {
	return file.nodes.filter((node) => typeOf(node) === 'code').flatMap((node) => {
		const lines = String(node.parameters.jsCode).trimEnd().split('\n');
		return [
			...(lines.length <= MOST_CODE_LINES ? [] : [file.finding(node, `has ${lines.length} lines of code`)]),
			...(lines[0]?.startsWith('//') === true ? [] : [file.finding(node, 'does not say why it is code')]),
		];
	});
}
