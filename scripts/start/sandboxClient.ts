import axios, { type AxiosInstance } from 'axios';

/** What the sandbox's control API shows of a message on a customer's phone (contract: sandbox/README.md). */
export interface PhoneMessage {
	id: string;
	direction: 'inbound' | 'outbound';
	timestamp: string;
	type: string;
	header?: { type: string; text?: string; mediaUrl?: string; filename?: string };
	body?: string;
	footer?: string;
	media?: { kind: string; url: string; mimeType?: string; filename?: string; caption?: string };
	buttons?: Array<{ index: number; type: string; title: string; id?: string; url?: string; payload?: string }>;
	list?: { button: string; sections: Array<{ title?: string; rows: Array<{ id: string; title: string }> }> };
	products?: Array<{ catalogId?: string; retailerId: string; section?: string }>;
	cards?: Array<{ body?: string }>;
	template?: { name: string; language: string; category: string };
	contextMessageId?: string;
	status?: 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';
}

/** A Graph call that the sandbox received. */
export interface GraphCall {
	id: string;
	method: string;
	path: string;
	body: unknown;
	status: number;
}

/** What the shop posted and how n8n answered. */
export interface ShopEvent {
	event: Record<string, unknown>;
	status: number;
}

/** What a fresh sandbox knows. */
export interface SandboxSeed {
	wabaId: string;
	phoneNumbers: Array<{ id: string; displayPhoneNumber: string; verifiedName: string }>;
	appId: string;
	appSecret: string;
	accessToken: string;
}

/** The failure that the next Graph calls answer with. */
export interface Fault {
	times: number;
	path?: string;
	method?: string;
	httpStatus?: number;
	code?: number;
	message?: string;
	hangUp?: boolean;
}

/** Drives a sandbox through its control API, and registers templates through its Graph API. */
export class SandboxClient {
	private readonly http: AxiosInstance;

	constructor(readonly baseUrl: string) {
		this.http = axios.create({ baseURL: baseUrl, validateStatus: () => true });
	}

	async seed(): Promise<SandboxSeed> {
		return await this.control('GET', 'seed');
	}

	/** Where the demo shop posts its orders and fulfilments. */
	async connectShop(urls: { ordersUrl?: string; fulfilmentsUrl?: string }): Promise<void> {
		await this.control('POST', 'shop', urls);
	}

	async placeOrder(phoneKey: string): Promise<ShopEvent> {
		return await this.control('POST', 'shop/order', { phoneKey });
	}

	async shipOrder(phoneKey: string): Promise<ShopEvent> {
		return await this.control('POST', 'shop/fulfilment', { phoneKey });
	}

	/** What the customer's phone shows, oldest first. */
	async messages(phoneKey: string): Promise<PhoneMessage[]> {
		return await this.control('GET', `phones/${phoneKey}/messages`);
	}

	async write(phoneKey: string, text: string): Promise<void> {
		await this.control('POST', `phones/${phoneKey}/text`, { text });
	}

	async tap(phoneKey: string, target: { messageId: string; title: string }): Promise<void> {
		await this.control('POST', `phones/${phoneKey}/tap`, target);
	}

	/** The customer reads all messages. */
	async read(phoneKey: string): Promise<void> {
		await this.control('POST', `phones/${phoneKey}/read`, {});
	}

	/** Every Graph call so far, oldest first. */
	async requests(): Promise<GraphCall[]> {
		return await this.control('GET', 'requests');
	}

	async addFault(fault: Fault): Promise<void> {
		await this.control('POST', 'faults', fault);
	}

	/** Sends a body to the registered callback, as Meta would. */
	async deliver(delivery: {
		body?: unknown;
		raw?: string;
		signature?: 'valid' | 'wrong' | 'none';
	}): Promise<{ status: number; text: string }> {
		return await this.control('POST', 'deliver', delivery);
	}

	/** The callback that Meta's app would call, if any. */
	async subscriptions(seed: SandboxSeed): Promise<Array<{ callback_url: string; active: boolean }>> {
		const response = await this.http.get<{ data: Array<{ callback_url: string; active: boolean }> }>(
			`/v26.0/${seed.appId}/subscriptions`,
			{ headers: { Authorization: `Bearer ${seed.appId}|${seed.appSecret}` } },
		);
		return this.checked(response).data;
	}

	/** Registers a template as a business does; one that is already there counts as registered. */
	async registerTemplate(seed: SandboxSeed, definition: { name: string; language: string }): Promise<void> {
		const headers = { Authorization: `Bearer ${seed.accessToken}` };
		const path = `/v26.0/${seed.wabaId}/message_templates`;
		const listed = await this.http.get<{ data: Array<{ name: string; language: string }> }>(path, {
			headers,
			params: { name: definition.name },
		});
		const { name, language } = definition;
		if (this.checked(listed).data.some((one) => one.name === name && one.language === language)) return;
		this.checked(await this.http.post<unknown>(path, definition, { headers }));
	}

	private async control<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
		return this.checked(await this.http.request<T>({ method, url: `/_control/${path}`, data: body }));
	}

	private checked<T>(response: { status: number; data: T; config: { method?: string; url?: string } }): T {
		if (response.status < 400) return response.data;
		const { method, url } = response.config;
		throw new Error(`The sandbox refused ${method} ${url}: ${response.status} ${JSON.stringify(response.data)}`);
	}
}
