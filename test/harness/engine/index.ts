/**
 * n8n's real engine (n8n-core) for one node, without a server. Import from here:
 *
 * - `runNode` executes a node: parameters with expressions, HTTP, binary data, paired items, On Error;
 * - `callMethod` calls what fills its forms, and its credential test;
 * - `callWebhook` sends its webhook a real HTTP request;
 * - `callHook` calls a trigger's checkExists, create and delete;
 * - `DataTableStandIn` answers `this.executeWorkflow({ code })` of inline Data Table workflows from memory;
 * - `readBinary` gives the bytes of an output's file.
 *
 * ```ts
 * const tables = new DataTableStandIn();
 * const { outputs, error } = await runNode({
 * 	node: new WhatsAppBusiness(),
 * 	parameters: { resource: 'message', operation: 'sendText', text: '=Hello {{ $json.name }}' },
 * 	items: [{ json: { name: 'Ana' } }],
 * 	credential: { accessToken: SEED.accessToken, wabaId: SEED.wabaId, baseUrl: sandbox.url },
 * 	onError: 'continueErrorOutput',
 * 	subworkflow: tables.subworkflow,
 * });
 * ```
 *
 * It needs Jest (each test file gets a folder of its own, removed at its end).
 */
export { readBinary, type LogLine } from './core';
export { callHook, type CallHookOptions } from './callHook';
export { callMethod, type CallMethodOptions } from './callMethod';
export { callWebhook, type CallWebhookOptions, type WebhookRun } from './callWebhook';
export { DataTableStandIn } from './dataTable/standIn';
export { runNode, type NodeRun, type RunNodeOptions, type Subworkflow } from './runNode';
