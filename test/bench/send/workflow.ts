import type { WorkflowFile, WorkflowNode } from '../../harness/n8n/workflows';
import type { World } from '../host/world';
import type { Contender } from './contenders';

/** What each item carries: facts of a person, besides a file of its own, or one file that all items share. */
export type Load = 'people' | 'files' | 'oneFile';

function node(name: string, type: string, rest: Partial<WorkflowNode> & { y?: number }): WorkflowNode {
	const { y = 0, ...more } = rest;
	return { id: name, name, type: `n8n-nodes-base.${type}`, parameters: {}, position: [0, y], ...more };
}

function call(name: string, url: string): WorkflowNode {
	return node(name, 'httpRequest', { typeVersion: 4.2, executeOnce: true, parameters: { method: 'GET', url, options: {} } });
}

function download(url: string): WorkflowNode {
	const options = { response: { response: { responseFormat: 'file', outputPropertyName: 'data' } } };
	return node('Download', 'httpRequest', { typeVersion: 4.2, parameters: { method: 'GET', url, options } });
}

function split(field: string): WorkflowNode {
	const parameters = { fieldToSplitOut: field, options: { includeBinary: true } };
	return node('Split', 'splitOut', { typeVersion: 1, parameters });
}

/** The nodes that make the items, in their order. */
function preparation(load: Load): WorkflowNode[] {
	if (load === 'people') return [split('body.people')];
	// The download takes the place of the item's JSON, so the facts about the people come back from the webhook's item.
	const people = '={{ $("Webhook").first().json.body.people';
	const fieldOf = (name: string, value: string, type: string) => ({ id: name, name, value, type });
	const set = (assignments: object[]) =>
		node('Facts', 'set', {
			typeVersion: 3.4,
			parameters: { assignments: { assignments }, includeOtherFields: true, options: { stripBinary: false } },
		});
	if (load === 'files') {
		const facts = set([fieldOf('to', `${people}[$itemIndex].to }}`, 'string')]);
		return [split('body.people'), download('={{ $json.url }}'), facts];
	}
	const facts = set([fieldOf('people', `${people} }}`, 'array')]);
	return [download('={{ $json.body.people[0].url }}'), facts, split('people')];
}

/**
 * Webhook → items → mark "start", then the node under test → mark "end". n8n runs a branch to its end before the next,
 * the upper one first, so the marks stand right around the node, and the webhook answers when all is done.
 */
export function benchWorkflow(
	{ helper, credentials }: World,
	{ path, load, contender }: { path: string; load: Load; contender: Contender },
): WorkflowFile {
	const webhook = node('Webhook', 'webhook', {
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData', options: {} },
	});
	const send = node('Send', '', {
		type: contender.type,
		typeVersion: contender.typeVersion,
		parameters: contender.parameters,
		credentials: { [contender.credentialType]: credentials[contender.credential] },
		onError: 'continueRegularOutput',
		y: 200,
	});
	const start = call('Start', `${helper.url}/mark/start`);
	const end = call('End', `${helper.url}/mark/end`);
	const chain = [webhook, ...preparation(load)];
	const to = (...names: string[]) => ({ main: [names.map((name) => ({ node: name, type: 'main', index: 0 }))] });
	const links = chain.map(({ name }, index) => [name, to(...(index + 1 < chain.length ? [chain[index + 1]?.name ?? ''] : ['Start', 'Send']))]);
	return {
		name: path,
		nodes: [...chain, start, send, end].map((each, index) => ({ ...each, position: [index * 200, (each.position as number[])[1]] })),
		connections: { ...Object.fromEntries(links), Send: to('End') },
		settings: { executionOrder: 'v1' },
	};
}
