import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import type { Stage } from './stage';

const SHAPES = join(__dirname, '..', '..', 'fixtures', 'webhookShapes');

let seconds = 0;

/**
 * Meta posts an event about a template, a number or the account, and n8n deals with it. Each has a time of its own: the
 * same event twice is no repetition.
 *
 * @param event shape: file in `test/fixtures/webhookShapes`; more: other values of the change
 */
export async function metaTells(stage: Stage, event: { shape: string; more?: object }): Promise<void> {
	const { entry } = JSON.parse(readFileSync(join(SHAPES, `${event.shape}.json`), 'utf8')) as {
		entry: Array<{ id: string; time: number; changes: Array<{ field: string; value: object }> }>;
	};
	seconds += 1;
	const [{ id, time, changes } = { id: '', time: 0, changes: [] }] = entry;
	const changed = changes.map(({ field, value }) => ({ field, value: { ...value, ...event.more } }));
	const body = { object: 'whatsapp_business_account', entry: [{ id, time: time + seconds, changes: changed }] };
	stage.steps += 1;
	const { data } = await axios.post<{ status: number; text: string }>(`${stage.world.demo.sandbox.baseUrl}/_control/deliver`, { body });
	if (data.status !== 200) throw new Error(`n8n answered the event ${event.shape} with ${data.status}: ${data.text}`);
	await stage.settled();
}
