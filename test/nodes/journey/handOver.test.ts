import { ANA, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';
import { journeyOf } from './runJourney';

const run = journeyOf(useSandbox());

describe('Journey: Hand Over to Human', () => {
	test('begins a record, and a second hand-over replaces the first', async () => {
		const project = newProject();
		await run(project, 'handOver', { contact: ANA, hours: 48, team: 'sales' });
		const { outputs } = await run(project, 'handOver', { contact: ANA, hours: 2, team: 'returns', note: 'broken' });
		const json: Record<string, unknown> = outputs[0]?.[0]?.json ?? {};
		expect(json).toMatchObject({ contactKey: ANA, isHandedOver: true, handOverTeam: 'returns', handOverNote: 'broken' });
		expect(Math.round((Date.parse(String(json.handOverUntil)) - Date.now()) / 3_600_000)).toBe(2);
		expect(project.tables.rows('whatsapp_contacts')).toHaveLength(1);
	});

	test('refuses a hand-over of no time', async () => {
		const { error } = await run(newProject(), 'handOver', { contact: ANA, hours: 0 });
		expect(error?.message).toContain('Hours: must be more than 0');
	});
});
