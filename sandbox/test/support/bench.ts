import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { SEED, startSandbox, type PhoneMessage, type Sandbox } from '../../src';
import { startReceiver, type Receiver } from './receiver';

export const VERSION = '/v25.0';
export const ANA = '15550123456';
export const BEN = '15550123457';
export const UMA = 'GB.90817263540918273649';
/** The first business number. */
export const NUMBER = SEED.phoneNumbers[0]?.id ?? '';
export const SECOND_NUMBER = SEED.phoneNumbers[1]?.id ?? '';

/** As much of Graph's answers as the tests look at. */
export interface GraphBody extends Record<string, unknown> {
	id: string;
	messages: Array<{ id: string; message_status?: string }>;
	contacts: Array<{ input: string; wa_id?: string; user_id?: string }>;
	data: Array<Record<string, unknown>>;
	paging?: { cursors: { before: string; after: string }; next?: string; previous?: string };
	error: {
		message: string;
		type: string;
		code: number;
		error_subcode?: number;
		error_data?: { messaging_product: string; details: string };
		fbtrace_id: string;
		[key: string]: unknown;
	};
}

export type Answer = AxiosResponse<GraphBody>;

/** A sandbox, a receiver, and clients for both sides of the sandbox. */
export class Bench {
	readonly graph: AxiosInstance;
	readonly control: AxiosInstance;

	private constructor(
		readonly sandbox: Sandbox,
		readonly receiver: Receiver,
	) {
		const validateStatus = () => true;
		const headers = { Authorization: `Bearer ${SEED.accessToken}` };
		this.graph = axios.create({ baseURL: `${sandbox.url}${VERSION}`, headers, validateStatus });
		this.control = axios.create({ baseURL: `${sandbox.url}/_control`, validateStatus });
	}

	static async start(): Promise<Bench> {
		return new Bench(await startSandbox({ port: 0 }), await startReceiver());
	}

	async stop(): Promise<void> {
		await this.sandbox.close();
		await this.receiver.close();
	}

	/** As new, with the receiver forgotten too. */
	async reset(): Promise<void> {
		await this.control.post('/reset');
		this.receiver.received.length = 0;
		this.receiver.challenges.length = 0;
		this.receiver.answers = [];
		this.receiver.echo = (challenge) => ({ status: 200, text: challenge });
	}

	/** Subscribes the receiver to the fields and the app to the WABA. */
	async subscribe(fields = 'messages,user_preferences,message_template_status_update'): Promise<void> {
		const answer = await this.asApp('POST', `/${SEED.appId}/subscriptions`, {
			object: 'whatsapp_business_account',
			callback_url: this.receiver.url,
			verify_token: 'verify-me',
			fields,
		});
		if (answer.status !== 200) throw new Error(JSON.stringify(answer.data));
		await this.graph.post(`/${SEED.wabaId}/subscribed_apps`);
	}

	/** A call with the app access token. */
	asApp(method: string, path: string, data?: object): Promise<Answer> {
		const headers = { Authorization: `Bearer ${SEED.appId}|${SEED.appSecret}` };
		return this.graph.request<GraphBody>({ method, url: path, data, headers });
	}

	/** Sends to Ana unless `to` says otherwise. */
	send(message: object, from = NUMBER): Promise<Answer> {
		return this.graph.post<GraphBody>(`/${from}/messages`, {
			messaging_product: 'whatsapp',
			to: `+${ANA}`,
			...message,
		});
	}

	/** Sends and answers the message ID; throws when refused. */
	async sent(message: object, from = NUMBER): Promise<string> {
		const { data } = await this.send(message, from);
		const [first] = data.messages ?? [];
		if (!first) throw new Error(JSON.stringify(data));
		return first.id;
	}

	/** The customer writes, which opens the window. */
	async write(key = ANA, text = 'hello', extra: object = {}): Promise<PhoneMessage> {
		const { data } = await this.control.post<{ message: PhoneMessage }>(`/phones/${key}/text`, { text, ...extra });
		return data.message;
	}

	async shown(key = ANA): Promise<PhoneMessage[]> {
		return (await this.control.get<PhoneMessage[]>(`/phones/${key}/messages`)).data;
	}

	/** Registers a template without Graph. */
	async template(definition: object, status = 'APPROVED'): Promise<string> {
		const { data } = await this.control.post<{ id: string }>('/templates', { definition, status });
		if (!data.id) throw new Error(JSON.stringify(data));
		return data.id;
	}

	/** Uploads a file; the body is written by hand because a `FormData` of 100 MB takes seconds to encode. */
	upload(input: { bytes: Uint8Array; type: string; filename?: string }): Promise<Answer> {
		const { bytes, type, filename = 'file' } = input;
		const boundary = 'part-of-the-upload';
		const field = (name: string, value: string) =>
			`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
		const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: ${type}\r\n\r\n`;
		const head = Buffer.from(field('messaging_product', 'whatsapp') + field('type', type) + file);
		const body = Buffer.concat([head, bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
		const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
		return this.graph.post<GraphBody>(`/${NUMBER}/media`, body, { headers });
	}
}

/** One bench per test file, as new before every test. */
export function useBench(): { current: Bench } {
	const holder: { current: Bench } = { current: undefined as unknown as Bench };
	beforeAll(async () => {
		holder.current = await Bench.start();
	});
	beforeEach(() => holder.current.reset());
	afterAll(() => holder.current.stop());
	return holder;
}

/** Expects Meta's refusal: envelope, code, HTTP status, and words in the details. */
export function expectRefusal(
	answer: Answer,
	expected: { code: number; status?: number; subcode?: number; details?: string },
): void {
	const { error } = answer.data;
	expect({ code: error?.code, subcode: error?.error_subcode, status: answer.status }).toEqual({
		code: expected.code,
		subcode: expected.subcode,
		status: expected.status ?? 400,
	});
	expect(error.type).toBe('OAuthException');
	expect(error.fbtrace_id).toMatch(/^A/);
	if (expected.details === undefined) return;
	expect(error.error_data).toEqual({
		messaging_product: 'whatsapp',
		details: expect.stringContaining(expected.details),
	});
}
