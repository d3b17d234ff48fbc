import { ANA, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';
import { contactOf } from './runContact';

const run = contactOf(useSandbox());

describe('Contact: Add Label', () => {
	test('adds each label once, whatever its case', async () => {
		const project = newProject();
		await run(project, 'addLabel', { contact: ANA, labels: 'VIP, reseller' });
		const { outputs } = await run(project, 'addLabel', { contact: ANA, labels: 'vip, new' });
		expect(outputs[0]?.[0]?.json.labels).toEqual(['VIP', 'reseller', 'new']);
	});

	test('asks for a label', async () => {
		const { error } = await run(newProject(), 'addLabel', { contact: ANA, labels: ' , ' });
		expect(error?.message).toBe('Labels: must name at least one');
	});
});
