import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, sandboxCredential, startDemo } from '../../scripts/start/demo';
import { readJourneyFiles } from '../../scripts/start/journeyFiles';
import { freePort } from '../harness/n8n/freePort';
import { installRuntime } from '../harness/n8n/runtime';

const ROOT = join(__dirname, '..', '..');
/** The first start on a machine installs n8n. */
const START_TIMEOUT_MS = 15 * 60_000;

/** How a run of the command ended. */
export interface Ran {
	code: number;
	output: string;
	errors: string;
}

/** An n8n of a client: the package and one credential, but no workflow yet. */
export interface AgencyWorld {
	demo: Demo;
	/** May do everything. */
	apiKey: string;
	/** May only look. */
	weakKey: string;
	/** Values of a credential for the sandbox. */
	credentialValues: Record<string, string>;
	/** Runs `npm run journeys -- …` for this n8n, with its key and such a file of the client. */
	run(args: readonly string[], given?: { file?: object; apiKey?: string; url?: string }): Promise<Ran>;
}

async function newApiKey({ client }: Demo, scopes: readonly string[]): Promise<string> {
	const body = { label: `key for ${scopes.length} rights`, scopes, expiresAt: null };
	const { rawApiKey } = await client.request<{ rawApiKey: string }>({ method: 'POST', path: '/rest/api-keys', body });
	return rawApiKey;
}

async function runCommand(args: readonly string[], env: Record<string, string>): Promise<Ran> {
	return await new Promise((resolve) => {
		const command = [join(ROOT, 'scripts', 'journeys.mjs'), ...args];
		const child = execFile(process.execPath, command, { env: { ...process.env, ...env } }, (_error, output, errors) => {
			resolve({ code: child.exitCode ?? -1, output, errors });
		});
	});
}

async function start(dataDir: string): Promise<AgencyWorld> {
	const setup = await installRuntime();
	const demo = await startDemo({ setup, dataDir, n8nPort: await freePort(), sandboxPort: await freePort(), journeys: [] });
	const { templates } = readJourneyFiles(join(ROOT, 'workflows'), ['shipping-milestones']);
	const seed = await demo.sandbox.seed();
	for (const template of templates) await demo.sandbox.registerTemplate(seed, template);
	const scopes = await demo.client.request<string[]>({ method: 'GET', path: '/rest/api-keys/scopes' });
	const apiKey = await newApiKey(demo, scopes);
	return {
		demo,
		apiKey,
		weakKey: await newApiKey(demo, ['workflow:list', 'workflow:read']),
		credentialValues: sandboxCredential(seed, demo.sandbox.baseUrl),
		async run(args, { file, apiKey: otherKey, url = demo.n8n.url } = {}) {
			const path = join(dataDir, 'client.json');
			await writeFile(path, JSON.stringify(file ?? {}));
			const where = args[0] === 'import' ? ['--url', url, '--settings', path] : [];
			return await runCommand([...args, ...where], { N8N_API_KEY: otherKey ?? apiKey, SUNNY_TOKEN: seed.accessToken });
		},
	};
}

/**
 * Starts the client's n8n before the tests of the file and ends it after them.
 *
 * @returns a function that gives the world, once it is there
 */
export function startAgencyWorld(): () => AgencyWorld {
	let world: AgencyWorld | undefined;
	let dataDir: string | undefined;

	beforeAll(async () => {
		dataDir = await mkdtemp(join(tmpdir(), 'whatsapp-journeys-agency-'));
		world = await start(dataDir);
	}, START_TIMEOUT_MS);

	afterAll(async () => {
		await world?.demo.stop();
		if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
	}, 60_000);

	return () => {
		if (world === undefined) throw new Error("The client's n8n did not start");
		return world;
	};
}
