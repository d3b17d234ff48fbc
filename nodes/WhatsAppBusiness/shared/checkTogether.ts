import { InvalidInput } from '../../../core/errors/invalidInput';

type Reads = Record<string, () => unknown>;

/**
 * Reads the parts of one item's input, all of them even when one is refused.
 *
 * @throws InvalidInput with the problems of all parts, in their order; any other error as it is
 */
export async function checkTogether<R extends Reads>(reads: R): Promise<{ [K in keyof R]: Awaited<ReturnType<R[K]>> }> {
	const names = Object.keys(reads);
	const outcomes = await Promise.allSettled(Object.values(reads).map(async (read) => await read()));
	const reasons = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
	const refusals = reasons.filter((reason) => reason instanceof InvalidInput);
	if (refusals.length < reasons.length) throw reasons.find((reason) => !(reason instanceof InvalidInput));
	if (refusals.length > 0) throw new InvalidInput(refusals.flatMap(({ problems }) => problems));
	const values = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined));
	return Object.fromEntries(names.map((name, index) => [name, values[index]])) as {
		[K in keyof R]: Awaited<ReturnType<R[K]>>;
	};
}
