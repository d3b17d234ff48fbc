import { ANA, BEN, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';
import { CONTACTS, contactOf } from './runContact';

const run = contactOf(useSandbox());
const USER_ID = 'US.90817263540918273645';

describe('Contact: Resolve', () => {
	test('finds one record by every name of the person, with what follows from it', async () => {
		const project = newProject();
		await run(project, 'update', { contact: ANA, fields: { name: 'Ana', country: 'us', order: '1001' } });
		await run(project, 'update', { contact: ANA, fields: { userId: USER_ID, timeZone: 'America/Los_Angeles' } });
		expect(project.tables.rows(CONTACTS)).toHaveLength(1);
		for (const parameters of [{ contact: `+${ANA}` }, { contact: USER_ID }, { by: 'order', order: ' 1001 ' }]) {
			const { outputs } = await run(project, 'resolve', parameters, [{ keep: 1 }]);
			expect(outputs[0]?.[0]?.json).toMatchObject({
				keep: 1,
				contact: { contactKey: USER_ID, phone: ANA, name: 'Ana', country: 'US', timeZone: 'America/Los_Angeles', window: { isOpen: false }, isHandedOver: false },
			});
		}
	});

	test('who is not known leaves by the other output', async () => {
		const { outputs } = await run(newProject(), 'resolve', { contact: '={{ $json.who }}' }, [{ who: ANA }, { who: BEN }]);
		expect(outputs.map((items) => items.map(({ json }) => json))).toEqual([[], [{ who: ANA }, { who: BEN }]]);
	});
});
