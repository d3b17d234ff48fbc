import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import type { PhoneMessage, SandboxClient } from '../../scripts/start/sandboxClient';
import { ANA, BEN, GROUP, UMA } from '../fixtures/e2e/operations/customers';
import type { Given } from '../fixtures/e2e/operations/sample';
import { springOffer } from '../fixtures/e2e/operations/templates';

const PICTURE = join(__dirname, '..', 'fixtures', 'e2e', 'mug.png');

async function control<T>(sandbox: SandboxClient, { path, body }: { path: string; body: object }): Promise<T> {
	const { data } = await axios.post<T>(`${sandbox.baseUrl}/_control/${path}`, body);
	return data;
}

async function write(sandbox: SandboxClient, phoneKey: string): Promise<string> {
	const { message } = await control<{ message: PhoneMessage }>(sandbox, {
		path: `phones/${phoneKey}/text`,
		body: { text: 'Do you have blue mugs?' },
	});
	return message.id;
}

/** @returns the ID of a picture that the customer sends */
async function sendPicture(sandbox: SandboxClient, phoneKey: string): Promise<string> {
	const { message } = await control<{ message: PhoneMessage }>(sandbox, {
		path: `phones/${phoneKey}/media`,
		body: { kind: 'image', mimeType: 'image/png', base64: readFileSync(PICTURE).toString('base64') },
	});
	return message.media?.url.split('/').at(-1) ?? '';
}

/** @returns the ID of a text that the business sends to the group */
async function writeToGroup(sandbox: SandboxClient): Promise<string> {
	const { accessToken, phoneNumbers } = await sandbox.seed();
	const { data } = await axios.post<{ messages: Array<{ id: string }> }>(
		`${sandbox.baseUrl}/v26.0/${phoneNumbers[0]?.id}/messages`,
		{
			messaging_product: 'whatsapp',
			recipient_type: 'group',
			to: GROUP.replace('group:', ''),
			type: 'text',
			text: { body: 'Welcome to our group' },
		},
		{ headers: { Authorization: `Bearer ${accessToken}` } },
	);
	return data.messages[0]?.id ?? '';
}

/** @returns a QR code of the first number */
async function makeQrCode(sandbox: SandboxClient): Promise<string> {
	const { accessToken, phoneNumbers } = await sandbox.seed();
	const { data } = await axios.post<{ code: string }>(
		`${sandbox.baseUrl}/v26.0/${phoneNumbers[0]?.id}/message_qrdls`,
		{ prefilled_message: 'Hello' },
		{ headers: { Authorization: `Bearer ${accessToken}` } },
	);
	return data.code;
}

/** Has customers write, so that free-form messages may go to them, and lays out all that the samples are about. */
export async function prepareSandbox(sandbox: SandboxClient): Promise<Given> {
	await control(sandbox, { path: 'settings', body: { directSend: true } });
	await sandbox.registerTemplate(await sandbox.seed(), springOffer);
	await write(sandbox, ANA);
	await write(sandbox, UMA);
	return {
		receivedMessageId: await write(sandbox, BEN),
		mediaId: await sendPicture(sandbox, BEN),
		otherMediaId: await sendPicture(sandbox, ANA),
		groupMessageId: await writeToGroup(sandbox),
		qrCode: await makeQrCode(sandbox),
	};
}
