import { ANA, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';
import { CONTACTS, contactOf } from './runContact';

const run = contactOf(useSandbox());
const USER_ID = 'US.90817263540918273645';
const attribute = (name: string, value: string) => ({ attributes: { attribute: [{ name, value }] } });

describe('Contact: Update', () => {
	test('adds to what is there, and an empty attribute removes one', async () => {
		const project = newProject();
		await run(project, 'update', { contact: ANA, fields: attribute('city', 'Reno') });
		await run(project, 'update', { contact: ANA, fields: { language: 'es', ...attribute('size', '42') } });
		const { outputs } = await run(project, 'update', { contact: ANA, fields: attribute('city', '') });
		expect(outputs[0]?.[0]?.json).toMatchObject({ contactKey: ANA, language: 'es', attributes: { size: '42' } });
		expect(project.tables.rows(CONTACTS)).toHaveLength(1);
	});

	test('refuses what cannot be kept, all at once, and writes nothing', async () => {
		const project = newProject();
		const { error } = await run(project, 'update', { contact: 'n/a', fields: { country: 'Brazil', timeZone: 'Mars/Base', phone: USER_ID } });
		for (const field of ['Contact', 'Country', 'Time Zone', 'Phone Number']) expect(JSON.stringify(error)).toContain(`"field":"${field}"`);
		expect(project.tables.rows(CONTACTS)).toBeUndefined();
	});
});
