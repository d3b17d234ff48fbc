import { ANA } from '../../scripts/start/scenario/context';
import { type CredentialReference, saveCredential } from '../harness/n8n/credentials';
import type { WorkflowNode } from '../harness/n8n/workflows';
import { type MailServer, startMailServer } from '../harness/standIns/mailServer';
import { type Conversations, NOBODY } from './conversationBench';
import { ORDER } from './conversationWorkflow';
import type { World } from './world';

const STATUS = {
	operation: 'sendAndWaitForStatus',
	to: '={{ $json.to }}',
	messageType: 'text',
	text: '=Order {{ $json.orderId }} arrives today',
	waitFor: 'delivered',
};
const STATUS_OUTPUTS = 4;
const FAILED = 2;

/** n8n's own node in the place of the message that did not arrive. */
function sendEmail(credential: CredentialReference): WorkflowNode {
	return {
		id: 'e2e-fallback-mail',
		name: 'Send Email',
		type: 'n8n-nodes-base.emailSend',
		typeVersion: 2.1,
		position: [1000, 320],
		parameters: {
			fromEmail: 'shop@example.com',
			toEmail: `={{ $('${ORDER}').item.json.email }}`,
			subject: '=Order {{ $json.orderId }} arrives today',
			emailFormat: 'text',
			text: '=WhatsApp said: {{ $json.failure.class }}',
			options: { appendAttribution: false },
		},
		credentials: { smtp: credential },
	};
}

/** Messages that wait for their status. */
export function conversationStatusTests(world: () => World, { publish, resultsOf }: Conversations): void {
	describe('waiting for a status', () => {
		let mail: MailServer;

		beforeAll(async () => {
			mail = await startMailServer();
		});

		afterAll(async () => await mail.close());

		test('delivered leaves by Delivered; failed goes on to an e-mail', async () => {
			const { type, name, data } = mail.credential;
			const credential = await saveCredential(world().demo.client, { type, name, data });
			const then = { output: FAILED, node: sendEmail(credential) };
			const journey = await publish({ path: 'e2e-status', outputs: STATUS_OUTPUTS, parameters: STATUS, then });
			const delivered = await journey.start({ to: `+${ANA}`, orderId: '#2006', email: 'ana@example.com' });
			expect(await resultsOf({ journey, id: delivered, outputs: STATUS_OUTPUTS })).toMatchObject([
				{ output: 0, json: { orderId: '#2006', status: 'delivered', to: `+${ANA}` } },
			]);
			const failed = await journey.start({ to: NOBODY, orderId: '#2007', email: 'nobody@example.com' });
			expect(await resultsOf({ journey, id: failed, outputs: STATUS_OUTPUTS })).toMatchObject([
				{ output: FAILED, json: { orderId: '#2007', status: 'failed', failure: { class: 'otherChannel', code: 131026 } } },
			]);
			expect(mail.mails.map(({ to }) => to)).toEqual([['nobody@example.com']]);
			expect(mail.mails[0]?.source).toMatch(/Subject: Order #2007 arrives today[^]*otherChannel/);
		});
	});
}
