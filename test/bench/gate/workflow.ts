import type { WorkflowFile, WorkflowNode } from '../../harness/n8n/workflows';
import type { CredentialReference } from '../../harness/n8n/credentials';

function node(name: string, type: string, rest: Partial<WorkflowNode>): WorkflowNode {
	return { id: name, name, type: `n8n-nodes-base.${type}`, parameters: {}, position: [0, 0], ...rest };
}

function call(name: string, url: string): WorkflowNode {
	return node(name, 'httpRequest', { typeVersion: 4.2, executeOnce: true, parameters: { method: 'GET', url, options: {} } });
}

/**
 * Webhook → one item per person → mark "start", then Check Before Sending → mark "end". n8n runs a branch to its end before
 * the next, the upper one first, so the marks stand right around the node.
 */
export function gateWorkflow(options: { path: string; helperUrl: string; credential: CredentialReference }): WorkflowFile {
	const { path, helperUrl, credential } = options;
	const check = node('Check', '', {
		type: 'n8n-nodes-whatsapp-journeys.whatsAppBusiness',
		typeVersion: 1,
		parameters: {
			resource: 'journey',
			operation: 'checkBeforeSending',
			contact: '={{ $json.to }}',
			category: 'marketing',
			purpose: 'offer',
			rules: {
				cap: [{ most: 1, days: 7, counts: 'category', whenReached: 'suppress' }],
				quietHours: [{ from: '03:00', to: '03:01', days: [1, 2, 3, 4, 5, 6, 7] }],
				samePurpose: [{ days: 30 }],
				holidays: [{ dates: '12-25' }],
			},
			options: {},
		},
		credentials: { whatsAppBusinessPlatformApi: credential },
		position: [600, 200],
	});
	const nodes = [
		node('Webhook', 'webhook', {
			typeVersion: 2,
			webhookId: path,
			parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} },
		}),
		node('Split', 'splitOut', { typeVersion: 1, parameters: { fieldToSplitOut: 'body.people', options: {} }, position: [200, 0] }),
		call('Start', `${helperUrl}/mark/start`),
		check,
		call('End', `${helperUrl}/mark/end`),
	];
	const to = (...names: string[]) => names.map((name) => ({ node: name, type: 'main', index: 0 }));
	return {
		name: path,
		nodes,
		connections: {
			Webhook: { main: [to('Split')] },
			Split: { main: [to('Start', 'Check')] },
			// Some pass in every run, so that the first output is enough.
			Check: { main: [to('End')] },
		},
		settings: { executionOrder: 'v1' },
	};
}
