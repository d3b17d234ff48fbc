import type { INodeParameters } from 'n8n-workflow';
import { ANA, BEN, itemsOf, useSandbox } from '../setup';
import { newProject, type Project } from '../optOut/consent';

const bench = useSandbox();
const USER_ID = 'US.90817263540918273645';
const CONTACTS = 'whatsapp_contacts';

async function run(project: Project, operation: string, parameters: INodeParameters = {}, items: object[] = [{}]) {
	return await bench.run({
		resource: 'contact',
		operation,
		parameters,
		items: itemsOf(...(items as never[])),
		subworkflow: project.subworkflow,
		workflowId: project.workflowId,
	});
}

describe('Contact: Update and Resolve', () => {
	test('begins a record, adds to it, and finds it by every name', async () => {
		const project = newProject();
		await run(project, 'update', { contact: ANA, fields: { name: 'Ana', country: 'us', order: '1001', attributes: { attribute: [{ name: 'city', value: 'Reno' }] } } });
		await run(project, 'update', { contact: ANA, fields: { userId: USER_ID, timeZone: 'America/Los_Angeles', attributes: { attribute: [{ name: 'size', value: '42' }] } } });
		expect(project.tables.rows(CONTACTS)).toHaveLength(1);
		for (const parameters of [{ contact: `+${ANA}` }, { contact: USER_ID }, { by: 'order', order: ' 1001 ' }]) {
			const { outputs } = await run(project, 'resolve', parameters, [{ keep: 1 }]);
			expect(outputs[0]?.[0]?.json).toMatchObject({
				keep: 1,
				contact: {
					contactKey: USER_ID,
					phone: ANA,
					name: 'Ana',
					country: 'US',
					timeZone: 'America/Los_Angeles',
					attributes: { city: 'Reno', size: '42' },
					window: { isOpen: false },
					isHandedOver: false,
				},
			});
		}
	});

	test('who is not known leaves by the other output', async () => {
		const { outputs } = await run(newProject(), 'resolve', { contact: '={{ $json.who }}' }, [{ who: ANA }, { who: BEN }]);
		expect(outputs.map((items) => items.map(({ json }) => json))).toEqual([[], [{ who: ANA }, { who: BEN }]]);
	});

	test('refuses what cannot be kept, all at once, and writes nothing', async () => {
		const project = newProject();
		const { error } = await run(project, 'update', { contact: 'n/a', fields: { country: 'Brazil', timeZone: 'Mars/Base', phone: USER_ID } });
		for (const field of ['Contact', 'Country', 'Time Zone', 'Phone Number']) expect(JSON.stringify(error)).toContain(`"field":"${field}"`);
		expect(project.tables.rows(CONTACTS)).toBeUndefined();
	});
});

describe('Contact: labels', () => {
	test('are added once, whatever their case, removed, and found', async () => {
		const project = newProject();
		await run(project, 'addLabel', { contact: ANA, labels: 'VIP, reseller' });
		await run(project, 'addLabel', { contact: ANA, labels: 'vip' });
		await run(project, 'addLabel', { contact: BEN, labels: 'reseller' });
		const listed = async (label: string) => {
			const { outputs } = await run(project, 'getMany', { returnAll: true, filters: { label } });
			return outputs[0]?.map(({ json }) => [json.contactKey, json.labels]);
		};
		expect(await listed('vip')).toEqual([[ANA, ['VIP', 'reseller']]]);
		expect(await listed('RESELLER')).toHaveLength(2);
		await run(project, 'removeLabel', { contact: ANA, labels: 'Reseller' });
		expect(await listed('reseller')).toEqual([[BEN, ['reseller']]]);
	});

	test('must be named', async () => {
		const { error } = await run(newProject(), 'addLabel', { contact: ANA, labels: ' , ' });
		expect(error?.message).toBe('Labels: must name at least one');
	});
});
