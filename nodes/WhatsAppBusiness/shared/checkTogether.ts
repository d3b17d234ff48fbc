import { InvalidInput, type Problem } from '../../../core/errors/invalidInput';

type Reads = Record<string, () => unknown>;

/**
 * Reads the parts of one item's input, all of them even when one is refused.
 *
 * @throws InvalidInput with the problems of all parts, in their order; any other error at once
 */
export async function checkTogether<R extends Reads>(reads: R): Promise<{ [K in keyof R]: Awaited<ReturnType<R[K]>> }> {
	const problems: Problem[] = [];
	const results: Record<string, unknown> = {};
	for (const [name, read] of Object.entries(reads)) {
		try {
			results[name] = await read();
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			problems.push(...error.problems);
		}
	}
	if (problems.length > 0) throw new InvalidInput(problems);
	return results as { [K in keyof R]: Awaited<ReturnType<R[K]>> };
}
