import { HookContext } from 'n8n-core';
import type { WebhookType, WorkflowActivateMode, WorkflowExecuteMode } from 'n8n-workflow';
import { webhookDataOf, webhookOf } from './callWebhook';
import { engineReady, withLogs, type LogLine } from './core';
import { keepStaticData, setStage, type Scene } from './scene';

/** One call of a trigger's lifecycle hook. */
export interface CallHookOptions extends Scene {
	hook: 'checkExists' | 'create' | 'delete';
	/** Default `default`. */
	webhookName?: WebhookType;
	/** True for the run with "Execute workflow" in the editor: the address is the test webhook's. */
	isTest?: boolean;
	/** Default `manual` for a test, else `activate`. */
	activation?: WorkflowActivateMode;
	mode?: WorkflowExecuteMode;
}

/**
 * Calls `webhookMethods[webhookName][hook]` through n8n-core's HookContext. Give `staticData` to see what it keeps.
 *
 * @throws whatever the hook throws; n8n shows it to the operator who activates the workflow
 */
export async function callHook(options: CallHookOptions): Promise<{ result: boolean; logs: LogLine[] }> {
	await engineReady();
	const isTest = options.isTest ?? false;
	const mode = options.mode ?? (isTest ? 'manual' : 'trigger');
	const stage = setStage({ active: !isTest, ...options }, { mode });
	const name = options.webhookName ?? 'default';
	const hook = options.node.webhookMethods?.[name]?.[options.hook];
	if (hook === undefined) throw new Error(`The node has no hook ${name}.${options.hook}`);
	const data = webhookDataOf(stage, { description: webhookOf(stage, { name }), isTest });
	const activation = options.activation ?? (isTest ? 'manual' : 'activate');
	const context = new HookContext(stage.workflow, stage.node, stage.additionalData, mode, activation, data);
	try {
		return await withLogs(async () => await hook.call(context));
	} finally {
		keepStaticData(options, stage);
	}
}
