import { NodeHelpers, Workflow, type IConnections, type INode, type INodeType } from 'n8n-workflow';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { NodeTypes, PassThrough } from '../harness/engine/nodeTypes';

/** The type of our action node as workflows name it. */
export const OURS = 'n8n-nodes-whatsapp-journeys.whatsAppBusiness';

const ours = new WhatsAppBusiness();

/** One connection between two nodes. */
export interface Edge {
	from: INode;
	/** The title of the output for our nodes, else its position. */
	output: string;
	to: INode;
}

/** The type without the package it comes from. */
export function typeOf(node: INode): string {
	return node.type.split('.').at(-1) ?? node.type;
}

export function isNote(node: INode): boolean {
	return typeOf(node) === 'stickyNote';
}

/** Whether executions begin at the node. */
export function isStart(node: INode): boolean {
	return typeOf(node) === 'webhook' || typeOf(node).endsWith('Trigger');
}

function nodeTypesFor(nodes: readonly INode[]): NodeTypes {
	const types = new Map<string, INodeType>(nodes.map(({ type }) => [type, new PassThrough({ name: type, inputs: 1 })]));
	types.set(OURS, ours);
	return new NodeTypes(Object.fromEntries(types));
}

/** Who follows whom in a workflow. */
export class Graph {
	private readonly workflow: Workflow;
	private readonly byName: ReadonlyMap<string, INode>;
	private readonly edges = new Map<INode, Edge[]>();

	constructor(
		readonly nodes: readonly INode[],
		readonly connections: IConnections,
	) {
		const nodeTypes = nodeTypesFor(nodes);
		this.workflow = new Workflow({ nodes: structuredClone([...nodes]), connections, active: false, nodeTypes });
		this.byName = new Map(nodes.map((node) => [node.name, node]));
	}

	node(name: string): INode | undefined {
		return this.byName.get(name);
	}

	/** Titles of the outputs that the editor draws; positions for nodes that are not ours. */
	outputsOf(node: INode): string[] {
		const own = this.workflow.nodes[node.name];
		if (node.type !== OURS || own === undefined) return [];
		return NodeHelpers.getNodeOutputs(this.workflow, own, ours.description).map((output) =>
			typeof output === 'string' ? output : (output.displayName ?? output.type),
		);
	}

	/** Where items of the node go. */
	edgesOf(from: INode): Edge[] {
		const known = this.edges.get(from);
		if (known !== undefined) return known;
		const titles = this.outputsOf(from);
		const edges = (this.connections[from.name]?.main ?? []).flatMap((targets, position) =>
			(targets ?? []).flatMap(({ node }): Edge[] => {
				const to = this.byName.get(node);
				return to === undefined ? [] : [{ from, output: titles[position] ?? String(position), to }];
			}),
		);
		this.edges.set(from, edges);
		return edges;
	}

	/** The nodes that follow, directly or not, as far as edges may be passed. */
	after(starts: readonly INode[], mayPass: (edge: Edge) => boolean = () => true): Set<INode> {
		const reached = new Set(starts);
		for (const node of reached) {
			for (const edge of this.edgesOf(node)) if (mayPass(edge)) reached.add(edge.to);
		}
		return reached;
	}
}
