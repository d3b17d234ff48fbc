/**
 * The port behind which executions claim what they process, so that of several that got the same event one goes on. It
 * must work across processes and restarts.
 */
export interface ClaimStore {
	/**
	 * Claims keys for an owner.
	 *
	 * @param claim.keys different ones
	 * @param claim.owner one execution: when it claims a second time, it gets what it had
	 * @param claim.now milliseconds since 1970
	 * @returns the keys that the owner has; the rest belongs to others
	 */
	claim(claim: { keys: readonly string[]; owner: string; now: number }): Promise<Set<string>>;
}
