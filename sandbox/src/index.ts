import { SEED } from './seed';
import { createServer } from './server';
import { createState } from './state';
import { createDispatcher } from './webhooks/dispatcher';

export { SEED, type Seed, type SeedCustomer, type SeedGroup, type SeedPhoneNumber } from './seed';
export type { DeliveryEntry, Fault, RequestEntry, Settings } from './records';
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
}

/** A running sandbox. `close` ends event streams, retries and connections. */
export interface Sandbox {
	/** `http://HOST:PORT`, without a slash at the end. */
	url: string;
	port: number;
	close(): Promise<void>;
}

/** Starts an emulator with a state of its own; several can run in one process. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { port = 0, host = '127.0.0.1' } = options;
	const state = createState(SEED);
	const webhooks = createDispatcher(state);
	const app = await createServer({ state, webhooks });
	await app.listen({ port, host });
	const address = app.server.address();
	const listening = typeof address === 'object' && address !== null ? address.port : port;
	state.baseUrl = `http://${host.includes(':') ? `[${host}]` : host}:${listening}`;
	return {
		url: state.baseUrl,
		port: listening,
		close: async () => {
			webhooks.close();
			await app.close();
		},
	};
}
