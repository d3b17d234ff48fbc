import { parseArgs } from 'node:util';
import { setup } from './lib/setup.mjs';

const HELP = `Installs and builds what is missing: dependencies, phone page, packed package.

  --n8n      also n8n and the Node.js it needs, into the user's cache
  --browser  also Chromium, for the browser tests
  --queue    also PostgreSQL and Redis, for the tests of n8n's queue mode
  --quiet    say nothing
  --json     print what was set up as one JSON line`;

const { values } = parseArgs({
	options: {
		n8n: { type: 'boolean' },
		browser: { type: 'boolean' },
		queue: { type: 'boolean' },
		quiet: { type: 'boolean' },
		json: { type: 'boolean' },
		help: { type: 'boolean' },
	},
});

if (values.help) {
	process.stdout.write(`${HELP}\n`);
} else {
	try {
		const result = await setup(values);
		if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
		process.exitCode = 1;
	}
}
