import { InvalidInput, type Problem } from '../../../core/errors/invalidInput';

/** The problems that `build` reports; none when it builds. Any other error is thrown on. */
export function problemsOf(build: () => unknown): readonly Problem[] {
	try {
		build();
	} catch (error) {
		if (error instanceof InvalidInput) return error.problems;
		throw error;
	}
	return [];
}
