import { InvalidInput } from './invalidInput';

type Outcome<T> = { value: T } | { error: unknown };

/** What `make` gives, or the fallback when the input is refused: the one who makes it in earnest reports that. */
export function validOr<T, F>(make: () => T, fallback: F): T | F {
	const outcome = outcomeOf(make);
	if ('value' in outcome) return outcome.value;
	if (outcome.error instanceof InvalidInput) return fallback;
	throw outcome.error;
}

/** What `make` gives, or why the input is refused, for those who pass refused input on instead of failing. */
export function valueOrProblems<T>(make: () => T): { value: T } | { problems: InvalidInput['problems'] } {
	const outcome = outcomeOf(make);
	if ('value' in outcome) return outcome;
	if (outcome.error instanceof InvalidInput) return { problems: outcome.error.problems };
	throw outcome.error;
}

/**
 * Does both and reports the problems of both together.
 *
 * @returns what `first` gives
 * @throws {InvalidInput} with the problems of both, in order; any other error as it is
 */
export function checkBoth<T>(first: () => T, second: () => unknown): T {
	const one = outcomeOf(first);
	const problems = [one, outcomeOf(second)].flatMap((outcome) => {
		if ('value' in outcome) return [];
		if (outcome.error instanceof InvalidInput) return outcome.error.problems;
		throw outcome.error;
	});
	if (problems.length > 0 || !('value' in one)) throw new InvalidInput(problems);
	return one.value;
}

function outcomeOf<T>(make: () => T): Outcome<T> {
	try {
		return { value: make() };
	} catch (error) {
		return { error };
	}
}
