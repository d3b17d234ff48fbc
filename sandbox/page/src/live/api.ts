import type { BusinessNumber, Delivery, Phone, PhoneMessage, ShopTargets } from '../contract';

/** The control API refused; `message` is its own text. `status` 0 means that the sandbox did not answer. */
export class ControlRefusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** The first text in an error answer, which is `{error}`, `{message}` or `{error: {message}}`. */
function refusalText(answer: unknown): string | undefined {
	if (typeof answer === 'string') return answer || undefined;
	if (typeof answer !== 'object' || answer === null) return undefined;
	const { message, error } = answer as { message?: unknown; error?: unknown };
	return refusalText(message) ?? refusalText(error);
}

async function parse(response: Response): Promise<unknown> {
	const text = await response.text();
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** Calls `/_control{path}`; throws {@link ControlRefusal}. The caller names the shape, which the contract fixes. */
async function call<T>(path: string, body?: object): Promise<T> {
	const init: RequestInit = body
		? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
		: {};
	const response = await fetch(`/_control${path}`, init).catch(() => {
		throw new ControlRefusal(0, 'The sandbox does not answer.');
	});
	const answer = await parse(response);
	if (!response.ok) {
		throw new ControlRefusal(response.status, refusalText(answer) ?? `The sandbox answered ${response.status}.`);
	}
	return answer as T;
}

const phonePath = (key: string, rest: string) => `/phones/${encodeURIComponent(key)}/${rest}`;

export interface ShopAnswer {
	/** The event as posted; `name` is the order's or the fulfilment's. */
	event: { name?: string };
	/** HTTP status of the journey's webhook; 0 when it did not answer. */
	status: number;
	error?: string;
}

/** A file as the customer sends it. */
export interface OutgoingFile {
	kind: 'image' | 'video' | 'audio' | 'document';
	mimeType: string;
	base64: string;
	filename: string;
	replyTo?: string;
	phoneNumberId?: string;
}

/** What a tap did: opened an address, or used the value of a copy or call button. An answer comes back as a message. */
export interface TapAnswer {
	url?: string;
	type?: string;
	value?: string;
	/** What a button of type `other` opens. */
	action?: string;
}

/** A customer to be made. */
export interface NewPhone {
	name: string;
	phone?: string;
	username?: string;
	hiddenPhone?: string;
	country: string;
	language?: string;
}

/** What the phone page calls, typed by sandbox/README.md. Every function rejects with {@link ControlRefusal}. */
export const api = {
	seed: () => call<{ phoneNumbers: BusinessNumber[] }>('/seed'),
	phones: () => call<Phone[]>('/phones'),
	phone: (key: string) => call<Phone>(`/phones/${encodeURIComponent(key)}`),
	addPhone: (phone: NewPhone) => call<Phone>('/phones', phone),
	threads: () => call<Record<string, PhoneMessage[]>>('/threads'),
	clock: () => call<{ now: string }>('/clock'),
	moveClock: (advanceSeconds: number) => call<{ now: string }>('/clock', { advanceSeconds }),
	setClock: (now: string) => call<{ now: string }>('/clock', { now }),
	deliveries: () => call<Delivery[]>('/deliveries'),
	shop: () => call<ShopTargets>('/shop'),
	sendText: (key: string, body: { text: string; replyTo?: string; phoneNumberId?: string }) =>
		call(phonePath(key, 'text'), body),
	/** What a customer sends besides texts, files and taps; see Answers in sandbox/README.md. */
	answer: (key: string, kind: string, body: object) => call(phonePath(key, kind), body),
	sendFile: (key: string, body: OutgoingFile) => call(phonePath(key, 'media'), body),
	tap: (key: string, body: { messageId: string; id?: string; index?: number }) =>
		call<TapAnswer>(phonePath(key, 'tap'), body),
	markRead: (key: string) => call(phonePath(key, 'read'), {}),
	setPreference: (key: string, body: { value: 'stop' | 'resume'; phoneNumberId?: string }) =>
		call(phonePath(key, 'preference'), body),
	setBlocked: (key: string, blocked: boolean) => call(phonePath(key, 'block'), { blocked }),
	report: (key: string) => call(phonePath(key, 'report'), { block: true }),
	setOnline: (key: string, online: boolean) => call(phonePath(key, 'online'), { online }),
	placeOrder: (phoneKey: string) => call<ShopAnswer>('/shop/order', { phoneKey }),
	shipOrder: (phoneKey: string) => call<ShopAnswer>('/shop/fulfilment', { phoneKey }),
};
