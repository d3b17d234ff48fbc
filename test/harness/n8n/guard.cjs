/*
 * Preloaded into n8n (`node --require`). File descriptor 3 is a pipe whose other end is held by the process that
 * started n8n: when that process is gone, however it went, the pipe closes and n8n goes too.
 */
const { Socket } = require('node:net');

const GRACE_MS = 8000;

const starter = new Socket({ fd: 3, readable: true, writable: false });
starter.on('error', stop);
starter.on('close', stop);
starter.resume();
starter.unref();

let isStopping = false;

function stop() {
	if (isStopping) return;
	isStopping = true;
	setTimeout(killGroup, GRACE_MS).unref();
	process.kill(process.pid, 'SIGTERM');
}

/** n8n is the leader of its process group, in which its task runner lives. */
function killGroup() {
	process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
}
