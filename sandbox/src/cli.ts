import { parseArgs } from 'node:util';
import { startSandbox } from './index';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { port: { type: 'string', default: '5680' }, host: { type: 'string', default: '127.0.0.1' } },
	});
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`--port must be 0 to 65535, not ${values.port}`);
	const sandbox = await startSandbox({ port, host: values.host });
	process.stdout.write(`sandbox listening on ${sandbox.url}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});
