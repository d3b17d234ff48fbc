import { join } from 'node:path';
import { startSandbox } from '../../sandbox/src';
import { type CredentialReference, saveCredential } from '../../test/harness/n8n/credentials';
import { freePort } from '../../test/harness/n8n/freePort';
import { N8nClient, type Owner } from '../../test/harness/n8n/n8nClient';
import type { Setup } from '../../test/harness/n8n/runtime';
import { type N8nOptions, type RunningN8n, startN8n } from '../../test/harness/n8n/startN8n';
import { CREDENTIAL_TYPE, type ImportedJourney, importJourneys } from './importJourneys';
import { readJourneyFiles, webhookPaths } from './journeyFiles';
import { ownerOf } from './owner';
import { SandboxClient, type SandboxSeed } from './sandboxClient';

const DEFAULT_N8N_PORT = 5678;
const DEFAULT_SANDBOX_PORT = 5680;
/** The journey for a first look. Only one workflow can have the app's webhooks, so it runs alone, the others with the inbox. */
const STARTER = 'order-updates';
/** Whose webhooks the demo shop calls. */
const SHOPS = /^(order-updates|order-confirmation-shopify|shipping-milestones-shopify)\//;
const JOURNEYS = join(__dirname, '..', '..', 'workflows');

/** How to start a demo. */
export interface DemoOptions {
	setup: Setup;
	/** n8n's data; made when missing. */
	dataDir: string;
	n8nPort?: number;
	sandboxPort?: number;
	/** Folder of journeys; `workflows/` when left out. */
	journeysDir?: string;
	/** Folders of journeys to run; `order-updates` alone when left out. */
	journeys?: readonly string[];
	/** Credentials of other services, for the nodes of the journeys that use that type. */
	credentials?: ReadonlyArray<{ type: string; name: string; data: Record<string, string | number | boolean> }>;
	/** How to start n8n, when not as a single process. */
	startN8n?: (options: N8nOptions) => Promise<RunningN8n>;
	/** Ends a start that is still under way. */
	signal?: AbortSignal;
	/** Told what is going on, line by line. */
	say?: (line: string) => void;
}

/** A sandbox and a real n8n that has the package, the credential and the journeys. */
export interface Demo {
	sandbox: SandboxClient;
	n8n: RunningN8n;
	client: N8nClient;
	owner: Owner;
	credential: CredentialReference;
	journeys: ImportedJourney[];
	/** Ends all that was started. */
	stop(): Promise<void>;
}

/** The data of our credential for the sandbox. */
export function sandboxCredential(seed: SandboxSeed, baseUrl: string): Record<string, string> {
	return {
		accessToken: seed.accessToken,
		wabaId: seed.wabaId,
		phoneNumberId: seed.phoneNumbers[0]?.id ?? '',
		appId: seed.appId,
		appSecret: seed.appSecret,
		verifyToken: '',
		apiVersion: 'v26.0',
		baseUrl,
	};
}

async function connectShop(options: { sandbox: SandboxClient; n8n: RunningN8n; journeys: ImportedJourney[] }) {
	const paths = options.journeys.flatMap(({ workflow }) => webhookPaths(workflow));
	const urlOf = (end: string) => {
		const path = paths.find((candidate) => SHOPS.test(candidate) && candidate.endsWith(end));
		return path === undefined ? undefined : `${options.n8n.url}/webhook/${path}`;
	};
	await options.sandbox.connectShop({ ordersUrl: urlOf('/order'), fulfilmentsUrl: urlOf('/fulfilment') });
}

/** Starts sandbox and n8n on loopback, and sets n8n up so that the journeys run. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
	const say = options.say ?? (() => undefined);
	const stops: Array<() => Promise<void>> = [];
	const stopAll = async () => {
		for (const stopOne of [...stops].reverse()) await stopOne();
	};
	let stopping: Promise<void> | undefined;
	const stop = () => (stopping ??= stopAll());
	try {
		const server = await startSandbox({ port: options.sandboxPort ?? (await freePort(DEFAULT_SANDBOX_PORT)) });
		stops.push(() => server.close());
		const sandbox = new SandboxClient(server.url);
		say(`Starting n8n ${options.setup.n8n.version} …`);
		const n8n = await (options.startN8n ?? startN8n)({
			runtime: options.setup.n8n,
			packed: options.setup.package,
			dataDir: options.dataDir,
			port: options.n8nPort ?? (await freePort(DEFAULT_N8N_PORT)),
			signal: options.signal,
		});
		stops.push(() => n8n.stop());
		say('Importing and publishing the journeys …');
		const owner = await ownerOf(options.dataDir);
		const client = new N8nClient(n8n.url);
		await client.signIn(owner);
		const seed = await sandbox.seed();
		const data = sandboxCredential(seed, server.url);
		const credential = await saveCredential(client, { name: 'WhatsApp sandbox', type: CREDENTIAL_TYPE, data });
		const credentials: Record<string, CredentialReference> = { [CREDENTIAL_TYPE]: credential };
		for (const other of options.credentials ?? []) credentials[other.type] = await saveCredential(client, other);
		const files = readJourneyFiles(options.journeysDir ?? JOURNEYS, options.journeys ?? [STARTER]);
		for (const template of files.templates) await sandbox.registerTemplate(seed, template);
		const { dataDir } = options;
		const journeys = await importJourneys({ client, files: files.workflows, credentials, dataDir });
		await connectShop({ sandbox, n8n, journeys });
		options.signal?.throwIfAborted();
		return { sandbox, n8n, client, owner, credential, journeys, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
