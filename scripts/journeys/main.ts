import { readCatalog } from './catalog';
import { readClientFile, secretsOf } from './clientFile';
import { importCommand } from './importCommand';
import { installedJourneys } from './installed';
import { KitError } from './kitError';
import { listLines } from './listCommand';
import { checkN8n } from './preflight';
import { PublicApi } from './publicApi';

/** What `npm run journeys` was asked for. */
export interface MainOptions {
	command: string;
	names: string[];
	url?: string;
	apiKey?: string;
	/** Path of the client's file. */
	settings?: string;
	dryRun: boolean;
	draft: boolean;
	renew: boolean;
}

function connect({ url, apiKey }: MainOptions): PublicApi {
	if (url === undefined) throw new KitError('Which n8n? Give its address with --url, such as https://n8n.client.example');
	if (!/^https?:\/\/[^/]/.test(url)) throw new KitError(`--url wants an address such as https://n8n.client.example, not "${url}"`);
	if (!apiKey) throw new KitError('Give an API key with --api-key, or in the environment variable N8N_API_KEY');
	return new PublicApi({ url, apiKey });
}

/** Values of credentials appear in no line, not even in one that n8n wrote. */
function without(secrets: readonly string[], text: string): string {
	return secrets.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
}

async function list(options: MainOptions): Promise<string[]> {
	const catalog = readCatalog();
	if (options.url === undefined) return listLines(catalog, options);
	const api = connect(options);
	await checkN8n(api, ['workflow:list']);
	return listLines(catalog, { ...options, installed: installedJourneys(await api.workflows(), {}) });
}

/** The part of `npm run journeys` that runs once everything is installed. @returns the exit code */
export async function main(options: MainOptions): Promise<number> {
	const secrets = options.apiKey ? [options.apiKey] : [];
	const write = (stream: NodeJS.WriteStream, line: string) => stream.write(`${without(secrets, line)}\n`);
	const say = (line: string) => write(process.stdout, line);
	try {
		if (options.command === 'list') {
			for (const line of await list(options)) say(line);
			return 0;
		}
		const file = readClientFile(options.settings, process.env);
		secrets.push(...secretsOf(file));
		const failures = await importCommand({ ...options, api: connect(options), catalog: readCatalog(), file, say });
		return failures === 0 ? 0 : 1;
	} catch (error) {
		if (!(error instanceof KitError)) throw error;
		write(process.stderr, error.message);
		return 1;
	}
}
