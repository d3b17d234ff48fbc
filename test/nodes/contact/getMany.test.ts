import { ANA, BEN, useSandbox } from '../setup';
import { newProject } from '../optOut/consent';
import { contactOf } from './runContact';

const run = contactOf(useSandbox());

describe('Contact: Get Many', () => {
	test('lists by label, country and language, at most as many as asked for', async () => {
		const project = newProject();
		await run(project, 'addLabel', { contact: ANA, labels: 'VIP, reseller' });
		await run(project, 'addLabel', { contact: BEN, labels: 'reseller' });
		await run(project, 'update', { contact: BEN, fields: { country: 'BR', language: 'pt_BR' } });
		const keys = async (filters: object, more: object = { returnAll: true }) => {
			const { outputs } = await run(project, 'getMany', { filters: filters as never, ...more });
			return outputs[0]?.map(({ json }) => json.contactKey);
		};
		expect(await keys({ label: 'vip' })).toEqual([ANA]);
		expect(await keys({ label: 'RESELLER' })).toEqual([ANA, BEN]);
		expect(await keys({ country: 'br', language: 'pt-BR' })).toEqual([BEN]);
		expect(await keys({ isHandedOver: true })).toEqual([]);
		expect(await keys({}, { limit: 1 })).toEqual([ANA]);
	});
});
