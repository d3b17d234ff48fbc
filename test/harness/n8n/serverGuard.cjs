/*
 * Runs a server in a folder of its own: `node serverGuard.cjs JSON`. File descriptor 3 is a pipe whose other end is held
 * by the process that wants the server: when that process is gone, however it went, the pipe closes, the server is ended
 * in order, and its folder is removed. A server such as PostgreSQL cannot watch the pipe itself.
 *
 * JSON: { directory, uid?, gid?, prepare?: [program, ...args], server: [program, ...args], stopSignal }
 */
const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');
const { Socket } = require('node:net');

const GRACE_MS = 5000;

const { directory, uid, gid, prepare, server, stopSignal } = JSON.parse(process.argv[2]);

let child;
let isStopping = false;

function finish(code) {
	rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
	process.exit(code);
}

function run([program, ...args], next) {
	child = spawn(program, args, { cwd: directory, uid, gid, stdio: ['ignore', 'inherit', 'inherit'] });
	child.on('error', (error) => {
		console.error(error.message);
		finish(1);
	});
	child.on('exit', (code) => {
		if (code === 0 && next !== undefined && !isStopping) next();
		else finish(code ?? 1);
	});
}

function stop() {
	if (isStopping) return;
	isStopping = true;
	child.kill(stopSignal);
	setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
}

process.on('SIGTERM', stop);
// Ctrl-C reaches the whole group of a terminal: the starter decides.
process.on('SIGINT', () => undefined);

const starter = new Socket({ fd: 3, readable: true, writable: false });
starter.on('error', stop);
starter.on('close', stop);
starter.resume();
starter.unref();

if (prepare === undefined) run(server);
else run(prepare, () => run(server));
