/**
 * What one run of the node shares between its items: a template's definition is read once, a file uploaded once. It
 * lives as long as the run, so nothing leaks into the next one. A failed call is forgotten and may be tried again by
 * the next item.
 */
export class RunScope {
	private readonly known = new Map<string, Promise<unknown>>();

	private readonly hintTexts = new Map<string, string>();

	private readonly endings: Array<() => Promise<void>> = [];

	/** What the operator is told about the run as a whole; the same `key` only once. */
	hint(key: string, text: string): void {
		this.hintTexts.set(key, text);
	}

	get hints(): string[] {
		return [...this.hintTexts.values()];
	}

	/** What is to be done when all items are through, failed ones included. */
	atEnd(work: () => Promise<void>): void {
		this.endings.push(work);
	}

	/** Does what was left for the end, in any order. */
	async end(): Promise<void> {
		await Promise.all(this.endings.splice(0).map(async (work) => await work()));
	}

	/** The value for `key`, made at most once while it succeeds. Keys carry a prefix per kind of value. */
	async once<T>(key: string, make: () => Promise<T>): Promise<T> {
		const existing = this.known.get(key);
		if (existing !== undefined) return await (existing as Promise<T>);
		const made = make();
		this.known.set(key, made);
		made.catch(() => this.known.delete(key));
		return await made;
	}
}
