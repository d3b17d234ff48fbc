import { parseArgs } from 'node:util';
import { withLock } from './lib/lock.mjs';
import { ensureNodeModules } from './lib/nodeModules.mjs';
import { inRepository } from './lib/paths.mjs';
import { createProgress } from './lib/progress.mjs';

const HELP = `Imports journeys of workflows/ into an n8n by its public API, and brings them up to date. See docs/agency-kit.md.

  npm run journeys -- list [NAME...]     what there is; of those named also their credentials and settings
  npm run journeys -- import [NAME...] --url https://n8n.client.example --settings client.json

  --url URL              the n8n; with list: also says what is there
  --api-key KEY          of n8n, Settings → n8n API; or in the environment variable N8N_API_KEY, where other users do not see it
  --settings FILE        the client's credentials and settings; names the journeys when none are given
  --dry-run              says what would change, and changes nothing
  --draft                saves without publishing; credentials may still be missing
  --renew-credentials    gives credentials that are there already the values of FILE`;

const COMMANDS = ['import', 'list'];

function readOptions() {
	const { values, positionals } = parseArgs({
		options: {
			'url': { type: 'string' },
			'api-key': { type: 'string' },
			'settings': { type: 'string' },
			'dry-run': { type: 'boolean', default: false },
			'draft': { type: 'boolean', default: false },
			'renew-credentials': { type: 'boolean', default: false },
			'help': { type: 'boolean', default: false },
		},
		allowPositionals: true,
	});
	const [command, ...names] = positionals;
	if (command !== undefined && !COMMANDS.includes(command)) throw new Error(`There is no "${command}"; there are ${COMMANDS.join(' and ')}`);
	return {
		help: values.help || command === undefined,
		command,
		names,
		url: values.url,
		apiKey: values['api-key'] ?? process.env.N8N_API_KEY,
		settings: values.settings,
		dryRun: values['dry-run'],
		draft: values.draft,
		renew: values['renew-credentials'],
	};
}

/** The rest is TypeScript, which only runs after the dependencies are installed. */
async function loadMain() {
	const onWait = () => process.stderr.write('Another process is setting this folder up: waiting for it …\n');
	await withLock({ path: inRepository('.cache', 'setup.lock'), onWait }, () => ensureNodeModules({ progress: createProgress() }));
	const { require: requireTypeScript } = await import('tsx/cjs/api');
	return requireTypeScript('./journeys/main.ts', import.meta.url);
}

try {
	const options = readOptions();
	if (options.help) process.stdout.write(`${HELP}\n`);
	else {
		const { main } = await loadMain();
		process.exitCode = await main(options);
	}
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}
