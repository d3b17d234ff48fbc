import unit from './jest.config.mjs';

/**
 * Real n8n, real browser: one file after the other (`maxWorkers: 1` is what `--runInBand` means in a
 * configuration file), because they share ports, the packed tarball and the two cores.
 * @type {import('jest').Config}
 */
export default {
	...unit,
	roots: ['<rootDir>/test/e2e'],
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	testSequencer: '<rootDir>/test/e2e/sequencer.cjs',
	maxWorkers: 1,
	testTimeout: 120_000,
};
