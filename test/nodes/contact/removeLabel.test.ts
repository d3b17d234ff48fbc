import { ANA, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';
import { contactOf } from './runContact';

const run = contactOf(useSandbox());

describe('Contact: Remove Label', () => {
	test('takes labels away whatever their case, and minds none that are not there', async () => {
		const project = newProject();
		await run(project, 'addLabel', { contact: ANA, labels: 'VIP, reseller' });
		const { outputs } = await run(project, 'removeLabel', { contact: ANA, labels: 'Reseller, other' });
		expect(outputs[0]?.[0]?.json.labels).toEqual(['VIP']);
	});
});
