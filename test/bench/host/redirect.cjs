/*
 * Preloaded into the bench's n8n and nowhere else: connections to BENCH_HOST, port 443, go to BENCH_PORT on loopback.
 * n8n's own WhatsApp node knows no other address than Meta's, and the machine's hosts file is not ours to change.
 */
const { Socket } = require('node:net');

const host = process.env.BENCH_HOST;
const port = Number(process.env.BENCH_PORT);
const { connect } = Socket.prototype;

function redirected(options) {
	if (options === null || typeof options !== 'object' || options.host !== host || Number(options.port) !== 443) {
		return options;
	}
	return { ...options, host: '127.0.0.1', port };
}

Socket.prototype.connect = function (...args) {
	const [first] = args;
	// node:net hands its arguments on as one marked array, which has to stay the same object.
	if (Array.isArray(first)) first[0] = redirected(first[0]);
	else args[0] = redirected(first);
	return connect.apply(this, args);
};
