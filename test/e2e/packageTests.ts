import { CREDENTIAL_TYPE } from '../../scripts/start/importJourneys';
import { sandboxCredential } from '../../scripts/start/demo';
import { testCredential } from '../harness/n8n/credentials';
import type { World } from './world';

interface TypeName {
	name: string;
}

interface CredentialCase {
	what: string;
	change: Record<string, string>;
	status: 'OK' | 'Error';
	message: RegExp;
}

const CREDENTIAL_CASES: CredentialCase[] = [
	{ what: 'a good credential', change: {}, status: 'OK', message: /./ },
	{ what: 'a wrong access token', change: { accessToken: 'nobody' }, status: 'Error', message: /token/i },
	{ what: 'a WABA of somebody else', change: { wabaId: '1' }, status: 'Error', message: /WABA|business account/i },
	{ what: 'a number of another WABA', change: { phoneNumberId: '1' }, status: 'Error', message: /phone number/i },
];

/** The packed package is what n8n runs. */
export function packageTests(world: () => World): void {
	describe('the packed package, installed as a community node', () => {
		test('n8n lists both nodes', async () => {
			const types = await world().demo.client.file<TypeName[]>('/types/nodes.json');
			const names = types.map(({ name }) => name);
			expect(names).toContain('n8n-nodes-whatsapp-journeys.whatsAppBusiness');
			expect(names).toContain('n8n-nodes-whatsapp-journeys.whatsAppBusinessTrigger');
		});

		test('n8n offers the action node to AI agents as a tool', async () => {
			const types = await world().demo.client.file<TypeName[]>('/types/nodes.json');
			expect(types.map(({ name }) => name)).toContain('n8n-nodes-whatsapp-journeys.whatsAppBusinessTool');
		});

		test('n8n lists the credential', async () => {
			const types = await world().demo.client.file<TypeName[]>('/types/credentials.json');
			expect(types.map(({ name }) => name)).toContain(CREDENTIAL_TYPE);
		});

		test.each(CREDENTIAL_CASES)('the Test button tells $what', async ({ change, status, message }) => {
			const { client, credential, sandbox } = world().demo;
			const data = { ...sandboxCredential(await sandbox.seed(), sandbox.baseUrl), ...change };
			const result = await testCredential(client, { ...credential, type: CREDENTIAL_TYPE, data });
			expect(result).toEqual({ status, message: expect.stringMatching(message) as string });
		});

		test('publishing the journey subscribes it at the app', async () => {
			const { n8n, sandbox } = world().demo;
			const [subscription] = await sandbox.subscriptions(await sandbox.seed());
			expect(subscription?.callback_url.startsWith(`${n8n.url}/webhook/`)).toBe(true);
		});
	});
}
