import { join } from 'node:path';
import { findWorkflow } from '../../harness/n8n/workflows';
import type { Journey } from './journey';
import type { Stage } from './stage';

/** Starts a journey by its Schedule node, as *Execute workflow* in the editor does, and waits until n8n is done: no play waits for the hour. */
export async function startSchedule(stage: Stage, { folder, file, trigger }: Pick<Journey, 'folder' | 'file'> & { trigger: string }): Promise<void> {
	const { client, journeys } = stage.world.demo;
	const imported = journeys.find(({ path }) => path === join(folder, `${file}.json`));
	const workflow = imported && (await findWorkflow(client, imported.id));
	if (workflow === undefined) throw new Error(`${folder}/${file}.json was not imported`);
	stage.steps += 1;
	const body = { workflowData: workflow, triggerToStartFrom: { name: trigger } };
	await client.request({ method: 'POST', path: `/rest/workflows/${workflow.id}/run`, body });
	await stage.settled();
}
