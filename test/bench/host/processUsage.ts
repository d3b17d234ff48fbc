import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second for every program that asks (USER_HZ). */
const TICK_MS = 10;

const SAMPLE_EVERY_MS = 20;

/** Fields of `/proc/PID/stat` after the name, which may hold blanks; proc(5) numbers them from 3. */
function statOf(pid: string | number): number[] | undefined {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
	} catch {
		// It ended between the listing and the reading.
		return undefined;
	}
}

function cpuTicks(stat: number[]): number {
	const [utime = 0, stime = 0, childrenUtime = 0, childrenStime = 0] = stat.slice(11, 15);
	return utime + stime + childrenUtime + childrenStime;
}

/** Processor time in milliseconds that a process group has used so far: n8n and its task runner. */
export function groupCpuMs(group: number): number {
	const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	const members = pids.map(statOf).filter((stat) => stat !== undefined && stat[2] === group);
	return TICK_MS * members.reduce((sum, stat) => sum + cpuTicks(stat ?? []), 0);
}

/** Resident memory of one process in bytes; 0 when it has ended. */
export function residentBytes(pid: number): number {
	try {
		const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return Number(kilobytes ?? 0) * 1024;
	} catch {
		return 0;
	}
}

/** Watches a process's resident memory until told to stop. @returns a function that gives peak minus start, in bytes */
export function watchMemory(pid: number): () => number {
	const before = residentBytes(pid);
	let peak = before;
	const look = () => {
		peak = Math.max(peak, residentBytes(pid));
	};
	const timer = setInterval(look, SAMPLE_EVERY_MS);
	return () => {
		clearInterval(timer);
		look();
		return peak - before;
	};
}
