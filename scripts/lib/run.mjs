import { spawn } from 'node:child_process';

const KEPT_CHARACTERS = 8000;
const GRACE_MS = 2000;

/**
 * Names that `npm run` sets for its own project; inherited by a nested npm they would make it work on the wrong folder.
 */
const OUTER_NPM = /^npm_(config_(local_prefix|prefix|global_prefix|workspaces?|include_workspace_root|ignore_scripts)|command|lifecycle_|package_)/i;

/** @returns {NodeJS.ProcessEnv} this process's environment without what an outer `npm run` put there */
export function cleanEnvironment() {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !OUTER_NPM.test(name)));
}

/**
 * Runs a program to its end without input.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<string>} what it printed (the last 8,000 characters)
 * @throws {Error} with the end of its output when it fails
 */
export function run(command, args, { cwd, env, shell } = {}) {
	return new Promise((resolve, reject) => {
		const hasGroup = process.platform !== 'win32';
		const child = spawn(command, args, {
			cwd,
			env: { ...cleanEnvironment(), ...env },
			shell,
			detached: hasGroup,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		/** @param {NodeJS.Signals} signal */
		const killAll = (signal) => {
			if (child.pid !== undefined && child.exitCode === null) process.kill(hasGroup ? -child.pid : child.pid, signal);
		};
		// Who ends us ends it too, and what it started: npm takes long to undo an install that we throw away anyhow.
		/** @param {NodeJS.Signals} signal */
		const passOn = (signal) => {
			killAll(signal);
			setTimeout(() => killAll('SIGKILL'), GRACE_MS).unref();
		};
		process.on('SIGINT', passOn).on('SIGTERM', passOn);
		child.once('close', () => process.off('SIGINT', passOn).off('SIGTERM', passOn));
		let output = '';
		/** @param {Buffer} chunk */
		const keep = (chunk) => {
			output = (output + chunk.toString()).slice(-KEPT_CHARACTERS);
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) resolve(output);
			else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? `code ${code}`}:\n${output.trim()}`));
		});
	});
}

/**
 * Runs npm: the one that started this process when there is one, else the one on the path.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 */
export function npm(args, options) {
	const running = process.env.npm_execpath;
	if (running?.endsWith('.js')) return run(process.execPath, [running, ...args], options);
	return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
