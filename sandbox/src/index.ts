import { SEED } from './seed';
import { createServer, type ServerTls } from './server';
import { createState } from './state';
import { createCounters } from './traffic/counters';
import { createLink } from './traffic/link';
import { createDispatcher } from './webhooks/dispatcher';

export { SEED, type Seed, type SeedCustomer, type SeedGroup, type SeedPhoneNumber } from './seed';
export type { Counters } from './traffic/counters';
export type { Customer } from './customer';
export type { DeliveryEntry, Fault, RequestEntry } from './records';
export type { Settings } from './settings';
export type {
	PhoneButton,
	PhoneCard,
	PhoneContent,
	PhoneHeader,
	PhoneList,
	PhoneMedia,
	PhoneMessage,
	PhoneOrder,
	PhoneProduct,
} from './phone/types';

/** Where to listen. Port 0 takes a free one; the host is loopback unless told. */
export interface SandboxOptions {
	port?: number;
	host?: string;
	/** Speaks TLS, for a program that insists on `https://graph.facebook.com`. */
	tls?: ServerTls;
	/** Off: Graph calls are not kept for `GET /_control/requests`. */
	log?: boolean;
}

/** A running sandbox. `close` ends event streams, retries and connections. */
export interface Sandbox {
	/** `http://HOST:PORT` (`https` with TLS), without a slash at the end. */
	url: string;
	port: number;
	close(): Promise<void>;
}

/** Starts an emulator with a state of its own; several can run in one process. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1', tls, log } = options;
	const state = createState(SEED, log);
	const webhooks = createDispatcher(state);
	const link = createLink(() => state.settings.bytesPerSecond);
	const app = await createServer({ state, webhooks, link, counters: createCounters() }, tls);
	await app.listen({ port, host });
	const address = app.server.address();
	const listening = typeof address === 'object' && address !== null ? address.port : port;
	const name = host.includes(':') ? `[${host}]` : host;
	state.baseUrl = `${tls ? 'https' : 'http'}://${name}:${listening}`;
	return {
		url: state.baseUrl,
		port: listening,
		close: async () => {
			webhooks.close();
			await app.close();
		},
	};
}
