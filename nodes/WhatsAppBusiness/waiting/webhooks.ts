import type { IWebhookDescription } from 'n8n-workflow';

/**
 * The address at which a waiting execution takes its answer; it exists only while the node waits. Ours to call: the
 * trigger posts there what Meta posted to it.
 */
export const resumeWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		// Empty, so that n8n answers with what the node gives.
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];
