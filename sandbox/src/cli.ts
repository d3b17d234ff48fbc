import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startSandbox, type SandboxOptions } from './index';

/** Key and certificate from their files (PEM); both or none. */
async function readTls(key: string | undefined, cert: string | undefined): Promise<SandboxOptions['tls']> {
	if (key === undefined && cert === undefined) return undefined;
	if (key === undefined || cert === undefined) throw new Error('--tls-key and --tls-cert go together');
	return { key: await readFile(key), cert: await readFile(cert) };
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5680' },
			host: { type: 'string', default: '127.0.0.1' },
			'tls-key': { type: 'string' },
			'tls-cert': { type: 'string' },
			'no-log': { type: 'boolean', default: false },
		},
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`--port must be 0 to 65535, not ${values.port}`);
	const tls = await readTls(values['tls-key'], values['tls-cert']);
	const sandbox = await startSandbox({ port, host: values.host, tls, log: !values['no-log'] });
	process.stdout.write(`sandbox listening on ${sandbox.url}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});
