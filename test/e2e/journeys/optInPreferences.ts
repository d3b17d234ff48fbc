import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Journey } from './journey';
import type { Stage } from './stage';

const FILE = 'opt-in-preferences';

async function signUp(stage: Stage): Promise<void> {
	const { phone, firstName, language } = stage.customer;
	await stage.post(`${FILE}/sign-up`, { phone, firstName, language, form: 'footer' });
}

/** What the consent table says of the customer, by category. */
async function consentOf({ world, customer }: Stage): Promise<Record<string, unknown>> {
	const rows = await dataTableRows(world.demo.client, 'whatsapp_consent');
	const own = rows.filter(({ contactKey, phone }) => [contactKey, phone].includes(customer.key));
	return Object.fromEntries(own.map(({ category, state }) => [String(category), state]));
}

async function contactOf({ world, customer }: Stage): Promise<Record<string, unknown> | undefined> {
	const rows = await dataTableRows(world.demo.client, 'whatsapp_contacts');
	return rows.find(({ contactKey, phone }) => [contactKey, phone].includes(customer.key));
}

/** Double opt-in, profile questions, preferences, stop and start by words. */
export const optInPreferences: Journey = {
	folder: FILE,
	file: FILE,
	customer: { language: 'pt-BR', country: 'BR' },
	begin: signUp,
	async play(stage) {
		await signUp(stage);
		const question = await stage.next({ template: 'opt_in_confirmation' });
		expect(question.template).toMatchObject({ language: 'pt_BR', category: 'UTILITY' });
		expect(await consentOf(stage)).toMatchObject({ marketing: 'pending' });
		await stage.restartOnce();
		await stage.tap(question, 'Sim, podem escrever');
		const languages = await stage.next({ text: 'Em que idioma' });
		expect(await consentOf(stage)).toMatchObject({ marketing: 'opted_in' });
		await stage.tap(languages, 'Español');
		await stage.next({ text: '¿Cómo te llamas?' });
		await stage.write('Maya Ejemplo');
		await stage.next({ text: '¿En qué ciudad vives?' });
		await stage.write('São Paulo');
		const preferences = await stage.next({ text: '¿Qué te gustaría recibir' });
		const contact = await contactOf(stage);
		expect(contact).toMatchObject({ name: 'Maya Ejemplo', language: 'es' });
		expect(JSON.stringify(contact?.attributes)).toContain('São Paulo');
		await stage.tap(preferences, 'Solo pedidos');
		await stage.next({ text: 'Listo, gracias' });
		expect(await consentOf(stage)).toMatchObject({ marketing: 'opted_out', utility: 'opted_in' });

		await stage.write('ALTO');
		await stage.next({ text: 'Ya no recibirás más mensajes' });
		expect(await consentOf(stage)).toMatchObject({ all: 'opted_out' });
		await signUp(stage);
		await stage.write('START');
		await stage.next({ text: 'tenerte de vuelta' });
		expect(await consentOf(stage)).toMatchObject({ all: 'opted_in' });
	},
};
