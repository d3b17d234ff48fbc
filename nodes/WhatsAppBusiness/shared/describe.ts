import { NodeConnectionTypes, type INodeProperties } from 'n8n-workflow';
import { shownFor } from './shownFor';
import type { Operation, Resource } from './operation';

function operationSelector(resource: Resource): INodeProperties {
	const { defaultOperation } = resource;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(({ name, value, action, description }) => ({ name, value, action, description })),
		default: defaultOperation,
	};
}

/** All fields of the node: the resource, each resource's operations, each operation's own fields. */
export function describeResources({
	resources,
	defaultResource,
}: {
	resources: Resource[];
	defaultResource: string;
}): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value }) => ({ name, value })),
			default: defaultResource,
		},
		...resources.map(operationSelector),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) =>
				operation.properties.map((property) =>
					shownFor({ resource: [resource.value], operation: [operation.value] }, property),
				),
			),
		),
	];
}

/** The node's outputs: most operations have one; those that branch name theirs, or make names of their parameters. */
export function outputsExpression(resources: Resource[]): `={{${string}}}` {
	const named: Record<string, string[]> = {};
	const keysByExpression = new Map<string, string[]>();
	for (const resource of resources) {
		for (const { value, outputs } of resource.operations) {
			const key = `${resource.value}.${value}`;
			if (Array.isArray(outputs)) named[key] = outputs;
			else if (outputs !== undefined) keysByExpression.set(outputs.expression, [...(keysByExpression.get(outputs.expression) ?? []), key]);
		}
	}
	const main = `{ type: '${NodeConnectionTypes.Main}' }`;
	const made = [...keysByExpression].map(
		([expression, keys]) => `${JSON.stringify(keys)}.includes($parameter.resource + '.' + $parameter.operation) ? ${expression} : `,
	);
	const names = `${made.join('')}(${JSON.stringify(named)}[$parameter.resource + '.' + $parameter.operation] || [''])`;
	return `={{ (${names}).map((name) => name === '' ? ${main} : ({ type: '${NodeConnectionTypes.Main}', displayName: name })) }}`;
}

/** What stands below the node on the canvas: `Send Template`, `Check: Opt-Out`. */
export function subtitleExpression(resources: Resource[]): string {
	const names: Record<string, string> = {};
	for (const { value: resource, name: resourceName, operations } of resources) {
		for (const { value, name } of operations) {
			names[`${resource}.${value}`] = resource === 'message' ? name : `${name}: ${resourceName}`;
		}
	}
	return `={{ ${JSON.stringify(names)}[$parameter.resource + '.' + $parameter.operation] }}`;
}

/** The operation that the node's parameters name. */
export function findOperation(
	resources: Resource[],
	chosen: { resource: string; operation: string },
): Operation | undefined {
	return resources
		.find((resource) => resource.value === chosen.resource)
		?.operations.find((operation) => operation.value === chosen.operation);
}
