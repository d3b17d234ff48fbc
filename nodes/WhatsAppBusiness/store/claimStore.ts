import type { RecordStore } from './recordStore';

export interface Claims {
	/** The keys that the owner has; the rest belongs to others. */
	own: Set<string>;
	/** All keys that anybody has, of those that were claimed or looked up. */
	taken: Set<string>;
}

/** Meta repeats for up to 7 days (cloud-api 4.3). */
const LIFE_MS = 8 * 24 * 60 * 60 * 1000;

/** Claims of webhook events, so that of several executions that got the same event one goes on. */
export class ClaimStore {
	constructor(private readonly store: RecordStore) {}

	/**
	 * Claims keys for an owner.
	 *
	 * @param claim.keys different ones
	 * @param claim.owner one execution: when it claims a second time, it gets what it had
	 * @param claim.now milliseconds since 1970
	 * @param claim.lookUp further keys, of which is told only whether anybody has claimed them
	 */
	async claim(claim: {
		keys: readonly string[];
		lookUp: readonly string[];
		owner: string;
		now: number;
	}): Promise<Claims> {
		const { keys, lookUp, owner, now } = claim;
		const at = new Date(now).toISOString();
		const expiresAt = new Date(now + LIFE_MS).toISOString();
		const standing = await this.store.claim({
			collection: 'claims',
			rows: keys.map((claimKey) => ({ claimKey, owner, at, expiresAt })),
			now,
		});
		const own = new Set(keys.filter((_, index) => standing[index]?.owner === owner));
		const others = lookUp.filter((key) => !keys.includes(key));
		const [found = []] =
			others.length === 0 ? [] : await this.store.find([{ collection: 'claims', by: 'key', values: others }]);
		return { own, taken: new Set([...keys, ...found.map((row) => String(row.claimKey))]) };
	}
}
