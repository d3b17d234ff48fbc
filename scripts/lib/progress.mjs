const REPEAT_EVERY_MS = 5000;

/** @param {number} startedAt @returns {string} whole seconds since then, e.g. "35 s" */
function elapsed(startedAt) {
	return `${Math.round((Date.now() - startedAt) / 1000)} s`;
}

/**
 * Says on stderr what is being done and for how long, so that stdout stays free for results.
 *
 * @param {{ quiet?: boolean }} [options] quiet: say nothing
 */
export function createProgress({ quiet = false } = {}) {
	/** @param {string} line */
	const say = (line) => {
		if (!quiet) process.stderr.write(`${line}\n`);
	};
	return {
		say,
		/**
		 * Runs a piece of work with a line at its start, one every few seconds and one at its end.
		 *
		 * @template T
		 * @param {string} title e.g. "Installing n8n 2.41.1 (once, about 4 minutes)"
		 * @param {() => Promise<T>} work
		 * @returns {Promise<T>}
		 */
		async step(title, work) {
			const startedAt = Date.now();
			say(`${title} …`);
			const timer = setInterval(() => say(`${title} … ${elapsed(startedAt)}`), REPEAT_EVERY_MS);
			try {
				const result = await work();
				say(`${title}: done in ${elapsed(startedAt)}`);
				return result;
			} catch (error) {
				say(`${title}: failed after ${elapsed(startedAt)}`);
				throw error;
			} finally {
				clearInterval(timer);
			}
		},
	};
}
