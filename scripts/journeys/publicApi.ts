import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { type CredentialReference } from '../../test/harness/n8n/credentials';
import { type StoredWorkflow, type WorkflowFile } from '../../test/harness/n8n/workflows';
import { KitError } from './kitError';

const TIMEOUT_MS = 30_000;
const PAGE = 250;

/** A workflow as the public API shows it. */
export interface ApiWorkflow extends StoredWorkflow {
	isArchived: boolean;
	activeVersionId: string | null;
	/** How many triggers n8n has registered. */
	triggerCount: number;
}

/** A credential as the public API shows it: without its values. */
export interface ApiCredential extends CredentialReference {
	type: string;
}

/** What n8n's public API takes as a workflow. */
export type WorkflowContent = Pick<WorkflowFile, 'name' | 'nodes' | 'connections' | 'settings'>;

interface Request {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH';
	path: string;
	body?: unknown;
	query?: Record<string, string | number>;
}

interface Page<T> {
	data: T[];
	nextCursor: string | null;
}

/** What n8n answered instead of a result. */
export class ApiError extends KitError {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

function isJson({ headers }: AxiosResponse): boolean {
	return String(headers['content-type'] ?? '').includes('json');
}

function explain(response: AxiosResponse<{ message?: string }>, { method, path }: Request): string {
	const { status, data } = response;
	const said = isJson(response) ? (data.message ?? JSON.stringify(data)) : '';
	if (status === 401) return 'n8n does not accept the API key. Make one in n8n: Settings → n8n API';
	if (status === 403) return `The API key may not do this: ${method} ${path}. Give it that right in n8n: Settings → n8n API. ${said}`.trim();
	return `n8n refused ${method} ${path} (${status}): ${said}`;
}

/** n8n's public API, `/api/v1`. */
export class PublicApi {
	private readonly http: AxiosInstance;

	/** Without a slash at the end. */
	readonly url: string;

	constructor({ url, apiKey }: { url: string; apiKey: string }) {
		this.url = url.replace(/\/+$/, '');
		this.http = axios.create({
			baseURL: this.url,
			headers: { 'X-N8N-API-KEY': apiKey },
			validateStatus: () => true,
			// A key must not go to another server.
			maxRedirects: 0,
			timeout: TIMEOUT_MS,
		});
	}

	/** @throws KitError when nothing answers, or another address does */
	private async answer<T>({ method, path, body, query }: Request): Promise<AxiosResponse<T>> {
		let response: AxiosResponse<T>;
		try {
			response = await this.http.request<T>({ method, url: path, data: body, params: query });
		} catch (error) {
			const reason = axios.isAxiosError(error) ? (error.code ?? error.message) : String(error);
			throw new KitError(`${this.url} cannot be reached (${reason}). Is the address right?`);
		}
		const { status, headers } = response;
		if (status < 300 || status > 399) return response;
		throw new KitError(`${this.url} sends us on to ${String(headers.location)}: give that address with --url`);
	}

	private async request<T>(request: Request): Promise<T> {
		const response = await this.answer<T & { message?: string }>({ ...request, path: `/api/v1${request.path}` });
		const { status, data } = response;
		if (status >= 400) throw new ApiError(status, explain(response, request));
		if (isJson(response)) return data;
		throw new KitError(`There is no public API of n8n at ${this.url}/api/v1. Is the address right, and is the API switched on?`);
	}

	private async pages<T>(path: string, query: Record<string, string> = {}): Promise<T[]> {
		const items: T[] = [];
		for (let cursor: string | null | undefined; cursor !== null; ) {
			const page: Page<T> = await this.request({ method: 'GET', path, query: { ...query, limit: PAGE, ...(cursor && { cursor }) } });
			items.push(...page.data);
			cursor = page.nextCursor;
		}
		return items;
	}

	/** The version that the start page of n8n names, such as `2.41.1`. */
	async version(): Promise<string | undefined> {
		const { data } = await this.answer<unknown>({ method: 'GET', path: '/' });
		const encoded = /name="n8n:config:sentry" content="([^"]*)"/.exec(String(data))?.[1] ?? '';
		return /n8n@(\d+\.\d+\.\d+)/.exec(Buffer.from(encoded, 'base64').toString())?.[1];
	}

	/**
	 * What the key may do, such as `workflow:create`.
	 *
	 * @returns undefined when this n8n does not say
	 */
	async rights(): Promise<string[] | undefined> {
		try {
			const { data } = await this.request<{ data: { scopes: string[] } }>({ method: 'GET', path: '/discover' });
			return data.scopes;
		} catch (error) {
			if (error instanceof ApiError && error.status === 404) return undefined;
			throw error;
		}
	}

	/** Whether n8n has a credential type, and so the package that brings it. */
	async hasCredentialType(type: string): Promise<boolean> {
		try {
			await this.request({ method: 'GET', path: `/credentials/schema/${type}` });
			return true;
		} catch (error) {
			if (error instanceof ApiError && error.status === 404) return false;
			throw error;
		}
	}

	/** All workflows that the key can see and that are not archived. */
	async workflows(): Promise<ApiWorkflow[]> {
		const all = await this.pages<ApiWorkflow>('/workflows', { excludePinnedData: 'true' });
		return all.filter(({ isArchived }) => !isArchived);
	}

	async workflow(id: string): Promise<ApiWorkflow> {
		return await this.request({ method: 'GET', path: `/workflows/${id}` });
	}

	async createWorkflow(content: WorkflowContent): Promise<ApiWorkflow> {
		return await this.request({ method: 'POST', path: '/workflows', body: content });
	}

	/** Saves a new version; it is not published by that. */
	async updateWorkflow(id: string, content: WorkflowContent): Promise<ApiWorkflow> {
		const query = { publishIfActive: 'false' };
		return await this.request({ method: 'PUT', path: `/workflows/${id}`, body: content, query });
	}

	/** Publishes the newest version. n8n registers the triggers after it has answered. */
	async publish(id: string): Promise<ApiWorkflow> {
		return await this.request({ method: 'POST', path: `/workflows/${id}/publish`, body: {} });
	}

	async credentials(): Promise<ApiCredential[]> {
		return await this.pages<ApiCredential>('/credentials');
	}

	async createCredential(credential: { name: string; type: string; data: unknown }): Promise<ApiCredential> {
		return await this.request({ method: 'POST', path: '/credentials', body: credential });
	}

	async updateCredential(id: string, data: unknown): Promise<ApiCredential> {
		return await this.request({ method: 'PATCH', path: `/credentials/${id}`, body: { data, isPartialData: true } });
	}

	/** What the Test button of the credential says. */
	async testCredential(id: string): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.request({ method: 'POST', path: `/credentials/${id}/test` });
	}
}
