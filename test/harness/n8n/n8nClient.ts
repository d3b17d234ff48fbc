import { randomBytes } from 'node:crypto';
import axios, { type AxiosInstance } from 'axios';

/** The first user of an n8n. */
export interface Owner {
	email: string;
	password: string;
}

interface Request {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	path: string;
	body?: unknown;
	query?: Record<string, string | number>;
}

/** n8n refuses a session cookie that comes back with another browser ID. */
const BROWSER_ID = 'whatsapp-journeys-harness';

const SESSION_COOKIE = /^n8n-auth=[^;]+/;

/** A password that n8n's rules accept (8 characters, a digit, a capital). */
export function newPassword(): string {
	return `Demo1${randomBytes(9).toString('base64url')}`;
}

/** Talks to n8n's internal REST API (`/rest`) as its owner, as the editor does. */
export class N8nClient {
	private readonly http: AxiosInstance;

	private cookie = '';

	constructor(readonly baseUrl: string) {
		this.http = axios.create({
			baseURL: baseUrl,
			validateStatus: () => true,
			headers: { 'browser-id': BROWSER_ID },
		});
	}

	/** Makes the owner account, or logs in when there is one. */
	async signIn(owner: Owner): Promise<void> {
		const settings = await this.request<{ userManagement: { showSetupOnFirstLoad?: boolean } }>({
			method: 'GET',
			path: '/rest/settings',
		});
		const isNew = settings.userManagement.showSetupOnFirstLoad === true;
		const response = isNew
			? await this.http.post('/rest/owner/setup', { ...owner, firstName: 'Olivia', lastName: 'Owner' })
			: await this.http.post('/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
		const cookies = response.headers['set-cookie'] ?? [];
		const session = cookies.map((cookie) => SESSION_COOKIE.exec(cookie)?.[0]).find((match) => match !== undefined);
		if (response.status >= 400 || session === undefined) {
			throw new Error(`n8n did not let ${owner.email} in: ${response.status} ${JSON.stringify(response.data)}`);
		}
		this.cookie = session;
	}

	/**
	 * @returns the `data` of n8n's answer
	 * @throws Error with n8n's message
	 */
	async request<T>({ method, path, body, query }: Request): Promise<T> {
		const response = await this.http.request<{ data: T }>({
			method,
			url: path,
			data: body,
			params: query,
			headers: { Cookie: this.cookie },
		});
		if (response.status >= 400) {
			throw new Error(`n8n refused ${method} ${path}: ${response.status} ${JSON.stringify(response.data)}`);
		}
		return response.data.data;
	}

	/** A file that n8n serves to people who are logged in, such as `/types/nodes.json`. */
	async file<T>(path: string): Promise<T> {
		const response = await this.http.get<T>(path, { headers: { Cookie: this.cookie } });
		if (response.status !== 200) throw new Error(`n8n refused GET ${path}: ${response.status}`);
		return response.data;
	}

	/** The bytes of a file of an execution, by the ID that its binary field has. */
	async binary(id: string): Promise<Buffer> {
		const response = await this.http.get<ArrayBuffer>('/rest/binary-data', {
			headers: { Cookie: this.cookie },
			params: { id, action: 'download' },
			responseType: 'arraybuffer',
		});
		if (response.status !== 200) throw new Error(`n8n refused the file ${id}: ${response.status}`);
		return Buffer.from(response.data);
	}
}
