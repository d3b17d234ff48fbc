import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
} from 'n8n-workflow';

/** Node types by the name that workflows carry, such as `n8n-nodes-base.dataTable`. */
export class NodeTypes implements INodeTypes {
	constructor(private readonly types: Readonly<Record<string, INodeType>>) {}

	getByName(name: string): INodeType {
		return this.getByNameAndVersion(name);
	}

	getByNameAndVersion(name: string): INodeType {
		const type = this.types[name];
		if (type === undefined) throw new Error(`The engine harness has no node type "${name}"`);
		return type;
	}

	getKnownTypes(): IDataObject {
		return Object.fromEntries(Object.keys(this.types).map((name) => [name, { className: name, sourcePath: '' }]));
	}
}

/** A node that hands on what it gets: the sources and ends of the harness's workflows. */
export class PassThrough implements INodeType {
	description;

	constructor(options: { name: string; inputs: number }) {
		this.description = {
			displayName: options.name,
			name: options.name,
			group: ['transform' as const],
			version: [1, 1.1],
			description: 'Hands on its items',
			defaults: { name: options.name },
			inputs: Array.from({ length: options.inputs }, () => NodeConnectionTypes.Main),
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		};
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}
