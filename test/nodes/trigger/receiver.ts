import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { startLiveTrigger, type LiveTrigger } from './liveTrigger';

const SHAPES = join(__dirname, '../../fixtures/webhookShapes');

export const CREDENTIAL = {
	accessToken: 'example-access-token',
	wabaId: '900100200300400',
	appId: '600100200300400',
	appSecret: 'example-app-secret',
	verifyToken: 'example-verify-token',
};

export const ALL_EVENTS = ['messages', 'statuses', 'preferences', 'templates', 'account', 'other'];

/** A trigger that receives, and requests to it as Meta makes them. */
export interface Receiver {
	trigger: LiveTrigger;
	/** Signed unless told; `null` leaves the header out. */
	post(body: string | Buffer, signature?: string | null): Promise<{ status: number; text: string }>;
	get(query: Record<string, string>, url?: string): Promise<{ status: number; text: string; type: string | null }>;
}

/** Serves the trigger under both URLs without registering it anywhere. */
export async function startReceiver(
	parameters: INodeParameters = {},
	credential: Record<string, string> | null = CREDENTIAL,
): Promise<Receiver> {
	const trigger = await startLiveTrigger({ credential: credential ?? undefined, parameters });
	trigger.serve({ production: true, test: true });
	return {
		trigger,
		post: async (body, signature = sign(body)) => {
			const headers: Record<string, string> = { 'content-type': 'application/json' };
			if (signature !== null) headers['x-hub-signature-256'] = signature;
			const answer = await fetch(trigger.productionUrl, { method: 'POST', headers, body });
			return { status: answer.status, text: await answer.text() };
		},
		get: async (query, url = trigger.productionUrl) => {
			const answer = await fetch(`${url}?${new URLSearchParams(query).toString()}`);
			return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
		},
	};
}

export function sign(body: string | Buffer, secret = CREDENTIAL.appSecret): string {
	return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Query of Meta's verification. */
export function challenge(token: string): Record<string, string> {
	return { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token };
}

export const shapeNames = () => readdirSync(SHAPES).map((file) => file.replace(/\.json$/, ''));

export const shape = (name: string) => readFileSync(join(SHAPES, `${name}.json`), 'utf8');

/** Body with one text message. */
export function message(text: string): string {
	const value = {
		metadata: { phone_number_id: '700111222333444' },
		messages: [{ from: '15550123456', id: 'wamid.1', timestamp: '1794000000', type: 'text', text: { body: text } }],
	};
	const changes = [{ field: 'messages', value }];
	return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '900100200300400', changes }] });
}
