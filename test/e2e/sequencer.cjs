const { default: Sequencer } = require('@jest/test-sequencer');

/** Runs the files by their names: Jest's own order changes with the sizes and with how long they took before. */
module.exports = class extends Sequencer {
	sort(tests) {
		return [...tests].sort((one, other) => (one.path < other.path ? -1 : 1));
	}
};
