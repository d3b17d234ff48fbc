import type { ChildProcess } from 'node:child_process';

const STOP_AFTER_MS = 10_000;

export function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

function killGroup(child: ChildProcess): void {
	if (child.pid === undefined) return;
	try {
		process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
	} catch {
		// The group is already gone.
	}
}

/** Asks a process that leads its own group to end, and kills the group when it does not within ten seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
	if (!hasEnded(child)) {
		const ended = new Promise((resolve) => child.once('exit', resolve));
		const timer = setTimeout(() => killGroup(child), STOP_AFTER_MS);
		child.kill('SIGTERM');
		await ended;
		clearTimeout(timer);
	}
	killGroup(child);
}
