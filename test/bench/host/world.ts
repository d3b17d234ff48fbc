import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CredentialReference, saveCredential } from '../../harness/n8n/credentials';
import { N8nClient, newPassword } from '../../harness/n8n/n8nClient';
import type { Setup } from '../../harness/n8n/runtime';
import { type RunningN8n, startN8n } from '../../harness/n8n/startN8n';
import { makeCertificate } from './certificate';
import { type HelperServer, startHelperServer } from './helperServer';
import { groupCpuMs } from './processUsage';
import { isReady } from './readiness';
import { type SandboxProcess, startSandboxProcess } from './sandboxProcess';

const META_HOST = 'graph.facebook.com';

/** Our credential type and the one of n8n's own WhatsApp node, both for the sandbox's business. */
export interface Credentials {
	ours: CredentialReference;
	peer: CredentialReference;
}

/** One n8n that takes the sandbox for Meta, whichever node asks. */
export interface World {
	n8n: RunningN8n;
	client: N8nClient;
	sandbox: SandboxProcess;
	helper: HelperServer;
	credentials: Credentials;
	/** The number that sends. */
	phoneNumberId: string;
	stop(): Promise<void>;
}

async function saveCredentials(client: N8nClient, sandbox: SandboxProcess): Promise<Credentials> {
	const { accessToken, wabaId, phoneNumbers } = await sandbox.seed();
	const phoneNumberId = phoneNumbers[0]?.id ?? '';
	const ours = { accessToken, wabaId, phoneNumberId, apiVersion: 'v26.0', baseUrl: `https://${META_HOST}` };
	const peer = { accessToken, businessAccountId: wabaId };
	return {
		ours: await saveCredential(client, { name: 'Bench', type: 'whatsAppBusinessPlatformApi', data: ours }),
		peer: await saveCredential(client, { name: 'Bench', type: 'whatsAppApi', data: peer }),
	};
}

function environment(options: { certificate: string; port: number }): Record<string, string> {
	const noProxy = Object.fromEntries(['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map((name) => [name, '']));
	return {
		...noProxy,
		NODE_OPTIONS: `--require "${join(__dirname, 'redirect.cjs')}"`,
		NODE_EXTRA_CA_CERTS: options.certificate,
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
		BENCH_HOST: META_HOST,
		BENCH_PORT: String(options.port),
	};
}

/** Starts the sandbox, a helper server and n8n; `stop` ends whatever was started. */
export async function startWorld(options: { setup: Setup; dataDir: string }): Promise<World> {
	const { setup, dataDir } = options;
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (const stopOne of stops.splice(0).reverse()) await stopOne();
	};
	try {
		await mkdir(dataDir, { recursive: true });
		const certificate = await makeCertificate({ folder: dataDir, host: META_HOST });
		const sandbox = await startSandboxProcess(certificate);
		stops.push(() => sandbox.stop());
		const helper = await startHelperServer();
		stops.push(() => helper.close());
		const env = environment({ certificate: certificate.certificate, port: sandbox.port });
		const n8n = await startN8n({ runtime: setup.n8n, packed: setup.package, dataDir: join(dataDir, 'n8n'), env });
		stops.push(() => n8n.stop());
		const client = new N8nClient(n8n.url);
		await client.signIn({ email: 'bench@example.com', password: newPassword() });
		const credentials = await saveCredentials(client, sandbox);
		const [number] = (await sandbox.seed()).phoneNumbers;
		return { n8n, client, sandbox, helper, credentials, phoneNumberId: number?.id ?? '', stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

const LOOK_EVERY_MS = 500;
const IDLE_CPU_MS = 50;
const SETTLE_WITHIN_MS = 60_000;

/** Waits until n8n is ready and does nothing, so that what one run leaves behind is not counted with the next. */
export async function settle({ n8n }: World): Promise<void> {
	const deadline = Date.now() + SETTLE_WITHIN_MS;
	for (;;) {
		const before = groupCpuMs(n8n.pid);
		await pause(LOOK_EVERY_MS);
		const idle = groupCpuMs(n8n.pid) - before <= IDLE_CPU_MS;
		if ((idle && (await isReady(n8n.url))) || Date.now() > deadline) return;
	}
}
