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
	 * @param claim.lookUp further keys, of which is told only whether anybody has claimed them
	 */
	claim(claim: { keys: readonly string[]; lookUp: readonly string[]; owner: string; now: number }): Promise<Claims>;
}

export interface Claims {
	/** The keys that the owner has; the rest belongs to others. */
	own: Set<string>;
	/** All keys that anybody has, of those that were claimed or looked up. */
	taken: Set<string>;
}
