/*
 * Preloaded into n8n (NODE_OPTIONS=--require) by tests that let days go by. The file CLOCK_FILE holds how many milliseconds
 * n8n's clock is ahead; when that changes, what n8n does once a minute (such as looking for runs whose wait is over) is done
 * at once, as it would have been meanwhile. What was seen stands in the same file with `.seen`.
 */
const { readFileSync, writeFileSync } = require('node:fs');

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 50;
const file = process.env.CLOCK_FILE;

const RealDate = Date;
const { setInterval: startInterval, clearInterval: endInterval } = globalThis;
const realNow = Date.now;
const now = () => realNow() + ahead;
const everyMinute = new Map();

let ahead = readAhead();

function readAhead() {
	try {
		return Number(readFileSync(file, 'utf8')) || 0;
	} catch {
		return 0;
	}
}

function look() {
	const seen = readAhead();
	if (seen === ahead) return;
	ahead = seen;
	for (const run of everyMinute.values()) run();
	writeFileSync(`${file}.seen`, String(seen));
}

const MovedDate = new Proxy(RealDate, {
	construct: (target, args, caller) =>
		Reflect.construct(target, args.length === 0 ? [now()] : args, caller === MovedDate ? target : caller),
	apply: () => new RealDate(now()).toString(),
	get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
RealDate.prototype.constructor = MovedDate;

globalThis.Date = MovedDate;
globalThis.setInterval = (work, ms, ...args) => {
	const timer = startInterval(work, ms, ...args);
	if (ms === MINUTE_MS) everyMinute.set(timer, () => work(...args));
	return timer;
};
globalThis.clearInterval = (timer) => {
	everyMinute.delete(timer);
	endInterval(timer);
};
startInterval(look, LOOK_EVERY_MS).unref();
