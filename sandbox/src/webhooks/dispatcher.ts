import { setMaxListeners } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';
import type { DeliveryEntry } from '../records';
import { addToLog, entryHead, type State } from '../state';
import { encodeLikeMeta, sign } from './encode';
import { createLanes } from './lanes';
import { resolveCallback } from './resolveCallback';

/** An update for the app. */
export interface Update {
	/** Webhook field the app must have subscribed. */
	field: string;
	/** The business number it is about, whose callback override comes first. */
	phoneNumberId?: string;
	/** Makes the webhook's whole body; called at once, and only when somebody listens. */
	body: () => object;
	/**
	 * First attempts of updates with the same lane go out in order, those of different lanes beside each other. Without a lane an
	 * update goes out at once, however many are under way.
	 */
	lane?: string;
	/** How often the same bytes go out, 1 unless told. */
	copies?: number;
}

/** One POST to a callback. */
export interface Post {
	url: string;
	bytes: Buffer;
	/** What the log keeps as the body. */
	body: unknown;
	signature: string | undefined;
	attempt: number;
}

/** Sends webhooks and retries them. */
export interface Dispatcher {
	/** Sends an update if anybody is subscribed, and again on anything but 200. */
	publish(update: Update): void;
	/** One attempt, logged; `status` 0 means that no answer came. */
	post(post: Post): Promise<{ status: number; text: string }>;
	/** Drops everything that waits or is under way. */
	cancel(): void;
	/** `cancel`, and nothing goes out any more. */
	close(): void;
}

/** Meta retries for days (cloud-api 4.3); a test wants an end. */
const MAX_ATTEMPTS = 5;
const TIMEOUT_MS = 20_000;
const MAX_SOCKETS = 50;

/** Every webhook under way listens to it. */
function newAbort(): AbortController {
	const controller = new AbortController();
	setMaxListeners(0, controller.signal);
	return controller;
}

/** The webhook sender of one sandbox. */
export function createDispatcher(state: State): Dispatcher {
	const agents = {
		http: new HttpAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
		https: new HttpsAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
	};
	const lanes = createLanes(() => state.settings.deliveryConcurrency);
	const timers = new Set<NodeJS.Timeout>();
	let abort = newAbort();
	let closed = false;

	async function post({ url, bytes, body, signature, attempt }: Post): Promise<{ status: number; text: string }> {
		const head = entryHead(state);
		const { signal } = abort;
		const answer = await axios
			.post<string>(url, bytes, {
				headers: {
					'Content-Type': 'application/json',
					'User-Agent': 'facebookexternalua',
					...(signature ? { 'X-Hub-Signature-256': signature } : {}),
				},
				httpAgent: agents.http,
				httpsAgent: agents.https,
				maxRedirects: 0,
				proxy: false,
				responseType: 'text',
				signal,
				timeout: TIMEOUT_MS,
				transformRequest: [(data: Buffer) => data],
				transformResponse: [(data: string) => data],
				validateStatus: () => true,
			})
			.then(({ status, data }) => ({ status, text: data, error: undefined }))
			.catch((error: unknown) => ({
				status: 0,
				text: '',
				error: error instanceof Error ? error.message || error.name : String(error),
			}));
		if (!signal.aborted) {
			const entry: DeliveryEntry = {
				...head,
				url,
				body,
				status: answer.status,
				attempt,
				...(answer.error === undefined ? {} : { error: answer.error }),
			};
			addToLog(state.deliveries, entry);
			state.events.emit('delivery', entry);
		}
		return { status: answer.status, text: answer.text || (answer.error ?? '') };
	}

	async function attempt(input: Post): Promise<void> {
		const { signal } = abort;
		const { status } = await post(input);
		if (status === 200 || signal.aborted || input.attempt >= MAX_ATTEMPTS) return;
		const timer = setTimeout(
			() => {
				timers.delete(timer);
				void attempt({ ...input, attempt: input.attempt + 1 });
			},
			state.settings.retryDelayMs * 2 ** (input.attempt - 1),
		);
		timers.add(timer);
	}

	function cancel(): void {
		abort.abort();
		abort = newAbort();
		for (const timer of timers) clearTimeout(timer);
		timers.clear();
		lanes.clear();
	}

	return {
		publish: ({ field, phoneNumberId, body: make, lane, copies = 1 }) => {
			const callback = resolveCallback({ state, field, phoneNumberId });
			if (closed || !callback) return;
			const body = make();
			const bytes = encodeLikeMeta(body);
			const first: Post = {
				url: callback.url,
				bytes,
				body,
				signature: sign({ bytes, appSecret: state.seed.appSecret }),
				attempt: 1,
			};
			for (let copy = 0; copy < copies; copy += 1) {
				if (lane === undefined) void attempt(first);
				else lanes.add(lane, () => attempt(first));
			}
		},
		post,
		cancel,
		close: () => {
			closed = true;
			cancel();
			agents.http.destroy();
			agents.https.destroy();
		},
	};
}
