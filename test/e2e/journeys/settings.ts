import { withSetting } from '../../../scripts/start/settings';
import { findWorkflow, publishWorkflow, updateWorkflow } from '../../harness/n8n/workflows';
import type { Stage } from './stage';

/** The operator fills in a field of a journey's Settings and publishes again. */
export async function changeSetting({ world }: Stage, { file, name, value }: { file: string; name: string; value: string }): Promise<void> {
	const { client, journeys } = world.demo;
	const id = journeys.find(({ path }) => path.endsWith(`/${file}.json`))?.id ?? '';
	const stored = await findWorkflow(client, id);
	if (stored === undefined) throw new Error(`${file} was not imported`);
	const workflow = withSetting(stored, { name, change: () => value });
	await updateWorkflow(client, { stored, workflow });
	await publishWorkflow(client, id);
}
